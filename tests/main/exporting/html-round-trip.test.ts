import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { htmlFile } from '../../../src/main/core/exporting/html-file.ts'
import { parseHtml } from '../../../src/main/core/importing/html.ts'
import { documents } from '../../helpers/arbitraries/document.ts'
import { exported, surroundings } from './exported.ts'

const mediaUrl = (id: string) => `media/${id}.png`
const write = (doc: DocumentJson) => htmlFile({ ...exported, doc }, surroundings, mediaUrl)
const read = (text: string) => parseHtml({ fileName: 'a.html', text }, { timeZone: 'Asia/Shanghai' })

test('what an HTML file says of a document, the import reads back', () => {
  fc.assert(
    fc.property(documents, (doc) => {
      expect(read(write(doc)).doc).toEqual(doc)
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('so it does the facts', () => {
  const { doc: _, ...facts } = exported
  expect(read(write(exported.doc))).toMatchObject(facts)
})

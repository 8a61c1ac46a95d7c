import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { documentProblem } from '#shared/document/check-document.ts'
import { htmlDocument } from '../../../src/main/core/importing/html-document.ts'
import { outline } from '../../helpers/outline.ts'

const folder = resolve(import.meta.dirname, '../../fixtures/pastes')
const names = readdirSync(folder).filter((name) => name.endsWith('.html'))

// The same samples go through the clipboard in tests/e2e/paste.spec.ts.
describe('what other programs write keeps every paragraph, list, table and picture', () => {
  test.each(names)('%s', async (name) => {
    const { doc } = htmlDocument(readFileSync(join(folder, name), 'utf8'))
    expect(documentProblem(doc)).toBeNull()
    await expect(outline(doc)).toMatchFileSnapshot(join(folder, name.replace('.html', '.txt')))
  })
})

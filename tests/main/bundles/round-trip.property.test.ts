import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalDocument } from '#shared/compare/normal-document.ts'
import { type Bundle, packBundle, readBundle } from '../../../src/main/core/bundles/bundle-file.ts'
import {
  contentHash,
  fromPortable,
  type PortableContent,
  toPortable,
} from '../../../src/main/core/bundles/portable-content.ts'
import { documents } from '../../helpers/arbitraries/document.ts'
import { buildContent } from '../../shared/compare/build-content.ts'

const noCategories = { path: () => [], find: () => null }

const bundleOf = (content: PortableContent): Bundle => ({
  uid: '0b5f0a3e-8d3c-4c52-9f0e-2f1f4a7a9b10',
  author: '',
  exportedAt: 0,
  base: contentHash(content),
  content: contentHash(content),
  ancestors: [],
  media: [],
  baseContent: content,
  currentContent: content,
  threads: undefined,
  files: new Map(),
})

test('a document goes through a bundle unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(documents, fc.string({ maxLength: 400 }), async (doc, dek) => {
      const written = buildContent({ doc, dek })
      const read = await readBundle(await packBundle(bundleOf(toPortable(written, noCategories))))
      const here = { slug: written.slug, categoryId: null }
      expect(fromPortable(read.currentContent, here, noCategories)).toEqual({
        ...written,
        doc: normalDocument(doc),
      })
    }),
    { numRuns: 40 },
  )
})

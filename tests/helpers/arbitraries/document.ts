import fc from 'fast-check'
import { calloutKinds } from '#shared/document/callout/callout.ts'
import type { DocumentJson, NodeJson } from '#shared/document/document-json.ts'
import { galleryColumns } from '#shared/document/gallery/gallery.ts'
import { imageAlignments, imageSpans } from '#shared/document/image/image.ts'
import { schema } from '#shared/document/schema.ts'
import { inlineContent, plainLine } from './inline.ts'
import { tableOf } from './table.ts'

const node = (type: string, attrs: object, content?: NodeJson[]): NodeJson => ({
  type,
  attrs: { ...attrs },
  ...(content && content.length > 0 ? { content } : {}),
})

const orNull = <T>(values: readonly T[]) => fc.constantFrom(null, null, ...values)
const align = orNull(['center', 'right', 'justify'] as const)

/** Code keeps every space and line end. */
const codeLine = fc.oneof(
  fc.constantFrom(
    '',
    '',
    '  if (a < b) return `c`',
    '```',
    '</pre>',
    '# 注释',
    '\tgo 1 && x',
    '　全角',
    '> x',
    '~~~',
    '  ',
    'x  ',
  ),
  plainLine,
)
const codeText = fc.array(codeLine, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'))
const latex = fc.constantFrom(
  'E = mc^2',
  '\\frac{a}{b} < c',
  'x_1 + \\text{中文}',
  '\\$5',
  'a | b',
  'a\n+ b',
  'a\n\n  b',
  '',
)

const paragraph = fc
  .tuple(align, inlineContent)
  .map(([align, content]) => node('paragraph', { align }, content))
const heading = fc
  .tuple(fc.constantFrom(2, 3, 4), align, inlineContent)
  .map(([level, align, content]) => node('heading', { level, align }, content))
const codeBlock = fc
  .tuple(orNull(['ts', 'c++', 'objective-c']), codeText)
  .map(([language, text]) => node('codeBlock', { language }, text === '' ? [] : [{ type: 'text', text }]))
const mathBlock = latex.map((latex) => node('mathBlock', { latex }))

/** Pictures that exist: the hexadecimal digit says how large, see `sizeOf`. */
const mediaId = fc.constantFrom(...'0123456789abcdef').map((digit) => digit.repeat(64))
export const sizeOf = (id: string) => ({
  width: 100 + Number.parseInt(id[0] ?? '0', 16),
  height: 200 + Number.parseInt(id[0] ?? '0', 16),
})

/** Where a picture is: in the library, still elsewhere, or nowhere. */
const place = fc.oneof(
  { weight: 6, arbitrary: mediaId.map((media) => ({ media, source: null })) },
  fc.constantFrom(null, 'https://example.com/a b.png?c=1&d=2').map((source) => ({ media: null, source })),
)
const naturalSize = (media: string | null) => (media ? sizeOf(media) : { width: null, height: null })

const attributeText = fc.oneof(fc.constant(''), plainLine)
const image = fc
  .record({
    place,
    alt: attributeText,
    caption: attributeText,
    natural: fc.boolean(),
    align: orNull(imageAlignments),
    span: orNull(imageSpans),
  })
  .map(({ natural, place, ...attrs }) =>
    node('image', { ...place, ...(natural ? naturalSize(place.media) : { width: 7, height: 9 }), ...attrs }),
  )
const gallery = fc
  .tuple(orNull(galleryColumns), fc.array(image, { minLength: 1, maxLength: 3 }))
  .map(([columns, images]) => node('gallery', { columns }, images))
const embed = fc
  .tuple(
    fc.constantFrom(
      { provider: 'bilibili', id: 'BV1xx411c7mD' },
      { provider: 'youtube', id: 'dQw4w9WgXcQ' },
      { provider: 'tencent', id: 'x0046xyz123' },
    ),
    attributeText,
  )
  .map(([video, title]) => node('embed', { ...video, title }))

const pullQuote = fc
  .tuple(attributeText, fc.array(paragraph, { minLength: 1, maxLength: 2 }))
  .map(([attribution, content]) => node('pullQuote', { attribution }, content))

const leaf = fc.oneof(
  { weight: 6, arbitrary: paragraph },
  { weight: 2, arbitrary: heading },
  codeBlock,
  mathBlock,
  image,
  gallery,
  embed,
  pullQuote,
  fc.constant(node('horizontalRule', {})),
)

/** Lists, quotes and the like stand in each other up to three deep. */
const nesting = { maxDepth: 3, depthIdentifier: fc.createDepthIdentifier(), withCrossShrink: true }

const { block } = fc.letrec<{ block: NodeJson; list: NodeJson }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 })
  const rest = fc.array(fc.oneof(nesting, tie('block'), tie('list')), { maxLength: 2 })
  const items = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 })
  const listItem = fc.tuple(paragraph, rest).map(([head, others]) => node('listItem', {}, [head, ...others]))
  const taskItem = fc
    .tuple(fc.boolean(), paragraph, rest)
    .map(([checked, head, others]) => node('taskItem', { checked }, [head, ...others]))
  const list = fc.oneof(
    items(listItem).map((content) => node('bulletList', {}, content)),
    fc
      .tuple(fc.constantFrom(1, 1, 1, 0, 7, -3), items(listItem))
      .map(([start, content]) => node('orderedList', { start }, content)),
    items(taskItem).map((content) => node('taskList', {}, content)),
  )
  return {
    list,
    block: fc.oneof(
      nesting,
      { weight: 6, arbitrary: leaf },
      { weight: 3, arbitrary: list },
      blocks.map((content) => node('blockquote', {}, content)),
      fc
        .tuple(fc.constantFrom(...calloutKinds), blocks)
        .map(([kind, content]) => node('callout', { kind }, content)),
      fc
        .tuple(fc.boolean(), inlineContent, blocks)
        .map(([open, summary, content]) =>
          node('details', { open }, [
            node('detailsSummary', {}, summary),
            node('detailsContent', {}, content),
          ]),
        ),
      tableOf(
        fc.oneof({ weight: 8, arbitrary: paragraph }, heading, codeBlock, mathBlock, image, tie('list')),
      ),
    ),
  }
})

/** Documents of the whole schema, with white space wherever the editor lets it stand. */
export const documents: fc.Arbitrary<DocumentJson> = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((content) => schema.nodeFromJSON({ type: 'doc', content }).toJSON() as DocumentJson)

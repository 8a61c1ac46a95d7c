import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  ShadingType,
  type Table,
  TextRun,
} from 'docx'
import type { NodeJson } from '#shared/document/document-json.ts'
import { embedFacts } from '#shared/document/embed/providers.ts'
import { inlineRuns } from './docx-inline.ts'
import { docxFormula } from './docx-math.ts'
import type { Around, DocxState } from './docx-state.ts'
import { docxTable } from './docx-table.ts'

export type Block = Paragraph | Table
type Write = (node: NodeJson, state: DocxState, around: Around) => Block[]

/** Twentieths of a point: what a level of a list, or a block within another, is moved in. */
export const step = 420
/** Pixels between the margins of the page. */
const textWidth = 600

const alignments = {
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const

const alignmentOf = ({ attrs }: NodeJson) => {
  const align = attrs?.align
  return align === 'center' || align === 'right' || align === 'justify'
    ? { alignment: alignments[align] }
    : {}
}

const surrounded = ({ style, box, indent }: Around): IParagraphOptions => ({
  ...(style && { style }),
  ...box,
  ...(indent > 0 && { indent: { left: indent, firstLine: 0 } }),
})

const textBlock = (node: NodeJson, state: DocxState, around: Around, options: IParagraphOptions = {}) =>
  new Paragraph({
    ...surrounded(around),
    ...alignmentOf(node),
    ...options,
    children: inlineRuns(node.content ?? [], state),
  })

const line = (text: string, around: Around, options: IParagraphOptions = {}) =>
  new Paragraph({ ...surrounded(around), ...options, children: [new TextRun(text)] })

const headingLevels: Record<number, (typeof HeadingLevel)[keyof typeof HeadingLevel]> = {
  2: HeadingLevel.HEADING_1,
  3: HeadingLevel.HEADING_2,
  4: HeadingLevel.HEADING_3,
}

const accents: Record<string, { colour: string; title: string }> = {
  note: { colour: '0969DA', title: '注' },
  tip: { colour: '1A7F37', title: '提示' },
  important: { colour: '8250DF', title: '重要' },
  warning: { colour: '9A6700', title: '注意' },
  caution: { colour: 'CF222E', title: '当心' },
}

const boxOf = (colour: string): Around['box'] => ({
  border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: colour } },
  shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F6F8FA' },
})

const list =
  (kind: 'bullets' | 'numbers' | 'tasks'): Write =>
  (node, state, around) => {
    const level = Math.min(around.level + 1, 8)
    let reference: string = kind
    if (kind === 'numbers') {
      state.numberedLists.push({ start: Number(node.attrs?.start ?? 1), level })
      reference = `numbers-${state.numberedLists.length}`
    }
    const inside: Around = { ...around, level, indent: around.indent + step }
    return (node.content ?? []).flatMap(({ attrs, content: [head, ...others] = [] }) => {
      const numbering = kind === 'tasks' ? {} : { numbering: { reference, level } }
      const box = kind === 'tasks' ? [new TextRun(attrs?.checked === true ? '☑ ' : '☐ ')] : []
      const first = new Paragraph({
        ...(around.style && { style: around.style }),
        ...around.box,
        ...numbering,
        indent: { left: inside.indent, hanging: step, firstLine: undefined },
        children: [...box, ...inlineRuns(head?.content ?? [], state)],
      })
      return [first, ...docxBlocks(others, state, inside)]
    })
  }

const picture: Write = ({ attrs = {} }, state, around) => {
  const found = typeof attrs.media === 'string' ? state.pictures.get(attrs.media) : undefined
  if (!found) return []
  const wanted = attrs.span
    ? (textWidth * Number(attrs.span)) / 100
    : Math.min(Number(attrs.width ?? found.width), textWidth)
  const width = Math.round(Math.max(16, wanted - around.indent / 15))
  const height = Math.round((width * found.height) / found.width)
  const alt = String(attrs.alt ?? '')
  const alignment =
    attrs.align === 'left'
      ? AlignmentType.LEFT
      : attrs.align === 'right'
        ? AlignmentType.RIGHT
        : AlignmentType.CENTER
  const plain = { ...surrounded({ ...around, style: undefined }), alignment }
  const caption = String(attrs.caption ?? '')
  return [
    new Paragraph({
      ...plain,
      keepNext: caption !== '',
      indent: { firstLine: 0, left: around.indent },
      children: [
        new ImageRun({
          type: found.type,
          data: found.data,
          transformation: { width, height },
          altText: { name: caption || alt || 'image', description: alt, title: caption },
        }),
      ],
    }),
    ...(caption ? [new Paragraph({ style: 'Caption', alignment, children: [new TextRun(caption)] })] : []),
  ]
}

const writers: Record<string, Write> = {
  paragraph: (node, state, around) => [textBlock(node, state, around)],
  heading: (node, state, around) => [
    textBlock(
      node,
      state,
      { ...around, style: undefined },
      { heading: headingLevels[Number(node.attrs?.level ?? 2)] },
    ),
  ],
  blockquote: (node, state, around) =>
    docxBlocks(node.content ?? [], state, { ...around, style: 'Quote', indent: around.indent + step }),
  pullQuote: (node, state, around) => {
    const attribution = String(node.attrs?.attribution ?? '')
    const inside: Around = { ...around, style: 'PullQuote' }
    return [
      ...docxBlocks(node.content ?? [], state, inside),
      ...(attribution ? [line(`—— ${attribution}`, inside)] : []),
    ]
  },
  callout: (node, state, around) => {
    const { colour, title } = accents[String(node.attrs?.kind)] ?? { colour: '0969DA', title: '注' }
    const inside: Around = { ...around, indent: around.indent + step / 2, box: boxOf(colour) }
    const head = new Paragraph({
      ...surrounded(inside),
      keepNext: true,
      children: [new TextRun({ text: title, bold: true, color: colour })],
    })
    return [head, ...docxBlocks(node.content ?? [], state, inside)]
  },
  details: ({ content: [summary, body] = [] }, state, around) => {
    const inside: Around = { ...around, indent: around.indent + step / 2, box: boxOf('8C959F') }
    const head = textBlock(summary ?? { type: 'paragraph' }, state, inside, {
      keepNext: true,
      run: { bold: true },
    })
    return [head, ...docxBlocks(body?.content ?? [], state, inside)]
  },
  codeBlock: (node, _state, around) => {
    const lines = (node.content ?? [])
      .map(({ text }) => text ?? '')
      .join('')
      .split('\n')
    return [
      new Paragraph({
        ...surrounded(around),
        style: 'Code',
        children: lines.map((text, index) => new TextRun({ text, ...(index > 0 && { break: 1 }) })),
      }),
    ]
  },
  mathBlock: ({ attrs }, _state, around) => [
    new Paragraph({
      ...surrounded(around),
      alignment: AlignmentType.CENTER,
      children: [docxFormula(String(attrs?.latex ?? ''))],
    }),
  ],
  horizontalRule: () => [new Paragraph({ thematicBreak: true })],
  bulletList: list('bullets'),
  orderedList: list('numbers'),
  taskList: list('tasks'),
  // Two tables in a row would become one.
  table: (node, state, around) => {
    const inside: Around = { ...around, level: -1, indent: 0, style: 'TableText', box: undefined }
    return [
      docxTable(node, (content) => docxBlocks(content, state, inside)),
      new Paragraph({ spacing: { after: 0 } }),
    ]
  },
  image: picture,
  gallery: (node, state, around) => docxBlocks(node.content ?? [], state, around),
  embed: ({ attrs }, state, around) => {
    const facts = embedFacts(attrs?.provider, attrs?.id)
    if (!facts) return []
    const text = `▶ ${String(attrs?.title ?? '') || facts.name}`
    const content: NodeJson[] = [
      { type: 'text', text, marks: [{ type: 'link', attrs: { href: facts.page } }] },
    ]
    return [textBlock({ type: 'paragraph', content }, state, around)]
  },
}

export const docxBlocks = (nodes: readonly NodeJson[], state: DocxState, around: Around): Block[] =>
  nodes.flatMap((node) => writers[node.type]?.(node, state, around) ?? [])

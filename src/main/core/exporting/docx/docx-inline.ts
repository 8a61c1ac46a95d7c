import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { NodeJson } from '#shared/document/document-json.ts'
import { linkedArticle } from '#shared/document/link/link-target.ts'
import { safeUrl } from '#shared/document/safe-url.ts'
import { docxFormula } from './docx-math.ts'
import type { DocxState } from './docx-state.ts'

const runStyles: Record<string, IRunOptions> = {
  bold: { bold: true },
  italic: { italics: true },
  underline: { underline: {} },
  strike: { strike: true },
  superscript: { superScript: true },
  subscript: { subScript: true },
  highlight: { highlight: 'yellow' },
  code: { style: 'CodeCharacters' },
}

const styleOf = (node: NodeJson): IRunOptions =>
  Object.assign({}, ...(node.marks ?? []).map(({ type }) => runStyles[type] ?? {}))

/** Null where Word could not follow it: addresses within the site, articles that are not on it. */
function addressOf(node: NodeJson, { articleUrl }: DocxState): string | null {
  const href = node.marks?.find(({ type }) => type === 'link')?.attrs?.href
  const uid = linkedArticle(href)
  const address = uid ? articleUrl(uid) : safeUrl(href)
  return address && /^(https?|mailto|tel):/i.test(address) ? address : null
}

function run(node: NodeJson, state: DocxState, isLink: boolean): ParagraphChild[] {
  const style = { ...styleOf(node), ...(isLink && { style: 'Hyperlink' }) }
  if (node.type === 'hardBreak') return [new TextRun({ break: 1 })]
  if (node.type === 'mathInline') return [docxFormula(String(node.attrs?.latex ?? ''))]
  if (node.type === 'footnote') {
    const number = Object.keys(state.footnotes).length + 1
    state.footnotes[number] = { children: [] }
    state.footnotes[number].children.push(
      new Paragraph({ style: 'FootnoteText', children: inlineRuns(node.content ?? [], state) }),
    )
    return [new FootnoteReferenceRun(number)]
  }
  return [new TextRun({ ...style, text: node.text ?? '' })]
}

export function inlineRuns(content: readonly NodeJson[], state: DocxState): ParagraphChild[] {
  const runs: ParagraphChild[] = []
  for (let index = 0; index < content.length; ) {
    const node = content[index] as NodeJson
    const address = addressOf(node, state)
    let end = index + 1
    if (address !== null)
      while (end < content.length && addressOf(content[end] as NodeJson, state) === address) end++
    const pieces = content.slice(index, end).flatMap((piece) => run(piece, state, address !== null))
    runs.push(...(address === null ? pieces : [new ExternalHyperlink({ link: address, children: pieces })]))
    index = end
  }
  return runs
}

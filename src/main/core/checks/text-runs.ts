import type { Node } from 'prosemirror-model'
import { noText, type TextRun } from './found.ts'

/** The running text of a document, block by block, footnotes after the block they stand in. Code is no running text. */
export function textRuns(doc: Node): TextRun[] {
  const runs: TextRun[] = []
  doc.descendants((block, position) => {
    if (!block.inlineContent) return true
    if (block.type.spec.code) return false
    const notes: TextRun[] = []
    let text = ''
    block.forEach((child, offset) => {
      const isCode = child.marks.some((mark) => mark.type.spec.code)
      if (child.isText && !isCode) text += child.text
      else text += noText.repeat(child.nodeSize)
      if (child.type.name === 'footnote')
        notes.push({ field: 'body', text: child.textContent, start: position + offset + 2 })
    })
    runs.push({ field: 'body', text, start: position + 1 }, ...notes)
    return false
  })
  return runs.filter(({ text }) => text.trim() !== '')
}

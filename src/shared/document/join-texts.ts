import type { MarkJson, NodeJson } from './document-json.ts'
import { sameMark } from './same-mark.ts'

const sameMarks = (a: readonly MarkJson[] = [], b: readonly MarkJson[] = []) =>
  a.length === b.length && a.every((mark, index) => sameMark(mark, b[index] as MarkJson))

/** Neighbouring texts with the same marks as one, which is how a document is written. */
export function joinTexts(content: readonly NodeJson[]): NodeJson[] {
  const result: NodeJson[] = []
  for (const node of content) {
    const last = result.at(-1)
    if (last?.text !== undefined && node.text !== undefined && sameMarks(last.marks, node.marks))
      result[result.length - 1] = { ...last, text: last.text + node.text }
    else result.push(node)
  }
  return result
}

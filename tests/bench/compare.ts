import { compareDocuments, hasChanged } from '#shared/compare/compare-documents.ts'
import type { DocumentJson, NodeJson } from '#shared/document/document-json.ts'
import { createRandom } from './generate.ts'
import { longDocument } from './long-document.ts'
import { ms, type Report } from './report.ts'

const length = 100_000
const goal = 500

const textOf = (node: NodeJson): string => node.text ?? (node.content ?? []).map(textOf).join('')
const paragraph = (text: string): NodeJson => ({
  type: 'paragraph',
  attrs: { align: null },
  content: [{ type: 'text', text }],
})

/** A later revision: a part of the paragraphs rewritten in a few words, some gone, some new, some elsewhere. */
function revised(doc: DocumentJson, share: number): DocumentJson {
  const draw = createRandom(7)
  const content = (doc.content ?? []).flatMap((block) => {
    const chance = draw()
    if (chance > share) return [block]
    const text = textOf(block)
    if (text === '' || chance < share / 10) return []
    if (chance < share / 5) return [block, paragraph(`新写的一段,第 ${Math.round(draw() * 1e6)} 处。`)]
    const at = Math.floor(draw() * text.length)
    return [{ ...block, content: [{ type: 'text', text: `${text.slice(0, at)}改写${text.slice(at + 3)}` }] }]
  })
  content.push(...content.splice(Math.floor(content.length / 3), 5))
  return { type: 'doc', content }
}

const asOneParagraph = (doc: DocumentJson): DocumentJson => ({
  type: 'doc',
  content: [paragraph(textOf(doc))],
})

function fastestOf(runs: number, work: () => void): number {
  let fastest = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    work()
    fastest = Math.min(fastest, performance.now() - start)
  }
  return fastest
}

/** Two revisions of 100,000 characters beside each other, from alike to strangers. */
export function benchCompare(report: Report): void {
  report.section('Compare: two revisions of 100,000 characters')
  const doc = longDocument(length)
  const cases: [string, DocumentJson, DocumentJson][] = [
    ['one paragraph in ten changed', doc, revised(doc, 0.1)],
    ['every paragraph changed', doc, revised(doc, 1)],
    ['nothing in common', doc, longDocument(length, 2)],
    ['one paragraph of all, a tenth changed', asOneParagraph(doc), asOneParagraph(revised(doc, 0.1))],
    ['one paragraph of all, nothing in common', asOneParagraph(doc), asOneParagraph(longDocument(length, 2))],
  ]
  for (const [name, before, after] of cases) {
    let changes = 0
    const time = fastestOf(3, () => {
      changes = compareDocuments(before, after).filter(hasChanged).length
    })
    report.figure(`${name} (${changes} blocks)`, ms(time), { text: `under ${goal} ms`, met: time < goal })
  }
}

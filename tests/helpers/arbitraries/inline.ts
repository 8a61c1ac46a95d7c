import fc from 'fast-check'
import type { MarkJson, NodeJson } from '#shared/document/document-json.ts'

/** What tells writers and readers of Markdown and HTML apart from each other. */
const awkward = [
  '*',
  '**',
  '_',
  '__',
  '~~',
  '~',
  '==',
  '=',
  '`',
  '``',
  '$',
  '$$',
  '$5',
  '[',
  ']',
  '](',
  '![',
  '[^1]',
  '[^1]: ',
  '(',
  ')',
  '<',
  '>',
  '<b>',
  '</p>',
  '<!--',
  '&',
  '&amp;',
  '&#35;',
  '&copy',
  '\\',
  '\\*',
  '#',
  '# ',
  '## ',
  '- ',
  '+ ',
  '1. ',
  '10) ',
  '> ',
  '---',
  '===',
  '|',
  '\\|',
  '| - |',
  ':--',
  '!',
  ':',
  '[ ] ',
  '[x] ',
  '[!NOTE]',
  '{% x %}',
  '{{< y >}}',
  'https://example.com/a_b',
  'www.example.com',
  'me@example.com',
  '"',
  "'",
  '<https://a.b>',
  '```',
  '~~~',
  '^',
  'a_b_c',
]
const words = [
  '中文',
  '「引号」',
  '。',
  ',',
  '“好”',
  '——',
  'word',
  'Galley',
  '3.14',
  'é',
  '😀',
  '👩‍👩‍👧',
  '𠮷',
  '한',
  'a',
  '1',
]

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...words) },
  { weight: 3, arbitrary: fc.constantFrom(...awkward) },
  { weight: 2, arbitrary: fc.constant(' ') },
)
const fragment = fc
  .array(piece, { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join('').replace(/ +/g, ' '))

/** A line of text as an attribute holds it. */
export const plainLine = fragment.map((text) => text.trim() || 'x')

const hrefs = [
  'https://example.com/',
  'https://example.com/a_b*c*?x=1&copy=2&amp;y=(3)#中文',
  'https://example.com/with space~~==',
  '/about/',
  'mailto:me@example.com',
  'article:0b5f0a3e-8d3c-4c52-9f0e-2f1f4a7a9b10',
]
const toggles = ['highlight', 'bold', 'italic', 'underline', 'strike']

const marks = fc
  .record({
    link: fc.option(fc.constantFrom(...hrefs), { freq: 4 }),
    toggles: fc.subarray(toggles),
    script: fc.option(fc.constantFrom('superscript', 'subscript'), { freq: 5 }),
    plain: fc.boolean(),
    code: fc.integer({ min: 0, max: 7 }).map((value) => value === 0),
  })
  .map(({ link, toggles, script, plain, code }): MarkJson[] => {
    if (code) return [{ type: 'code' }]
    if (plain) return []
    return [
      ...(link ? [{ type: 'link', attrs: { href: link } }] : []),
      ...[...toggles, ...(script ? [script] : [])].map((type) => ({ type })),
    ]
  })

const text = fc
  .tuple(fragment, marks)
  .map(([text, marks]): NodeJson => ({ type: 'text', text, ...(marks.length > 0 && { marks }) }))

const sameMarks = (a: NodeJson, b: NodeJson) =>
  JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? [])

/** Neighbours of the same marks are one text; a run of spaces is one; none at the edges or beside a line's end. */
function settle(content: readonly NodeJson[]): NodeJson[] {
  const settled: NodeJson[] = []
  for (const node of content) {
    const last = settled.at(-1)
    if (node.type !== 'text') {
      if (node.type === 'hardBreak' && last?.text) trimEnd(settled)
      settled.push(node)
      continue
    }
    const before = settled.at(-1)
    let value = node.text ?? ''
    if (!before || before.type === 'hardBreak' || before.text?.endsWith(' ')) value = value.trimStart()
    if (value === '') continue
    if (before?.text && sameMarks(before, node)) before.text += value
    else settled.push({ ...node, text: value })
  }
  trimEnd(settled)
  while (settled.at(-1)?.type === 'hardBreak') {
    settled.pop()
    trimEnd(settled)
  }
  return settled
}

function trimEnd(content: NodeJson[]): void {
  for (let last = content.at(-1); last?.text !== undefined; last = content.at(-1)) {
    last.text = last.text.trimEnd()
    if (last.text !== '') return
    content.pop()
  }
}

const footnote = fc.array(text, { maxLength: 3 }).map((content): NodeJson => {
  const settled = settle(content)
  return { type: 'footnote', ...(settled.length > 0 && { content: settled }) }
})
const math = fc
  .tuple(fc.constantFrom('x', 'a_1 * b', '\\{|y|\\}', 'a$b', '1', 'a < b & c', '\\\\'), marks)
  .map(([latex, marks]): NodeJson => {
    const kept = marks.filter(({ type }) => type !== 'code')
    return { type: 'mathInline', attrs: { latex }, ...(kept.length > 0 && { marks: kept }) }
  })

/** Text with every combination of marks, line ends, formulas and notes; never empty. */
export const inlineContent: fc.Arbitrary<NodeJson[]> = fc
  .array(
    fc.oneof({ weight: 10, arbitrary: text }, fc.constant<NodeJson>({ type: 'hardBreak' }), footnote, math),
    { minLength: 1, maxLength: 6 },
  )
  .map((content) => {
    const settled = settle(content)
    return settled.every(({ type }) => type === 'hardBreak') ? [{ type: 'text', text: '文' }] : settled
  })

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

/** A line end comes with code that is pasted into a paragraph. */
const spaces = ['  ', '   ', '\t', '\n', '\u00a0', '\u2003', '　', '　　', '\u2028', '\u200b', '\ufeff']

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...words) },
  { weight: 3, arbitrary: fc.constantFrom(...awkward) },
  { weight: 2, arbitrary: fc.constant(' ') },
  { weight: 1, arbitrary: fc.constantFrom(...spaces) },
)
const fragment = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''))

/** A line of text as an attribute holds it. */
export const plainLine = fragment

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

const marked = (node: NodeJson, marks: readonly MarkJson[]): NodeJson => ({
  ...node,
  ...(marks.length > 0 && { marks: [...marks] }),
})

const text = fc.tuple(fragment, marks).map(([value, marks]) => marked({ type: 'text', text: value }, marks))

const sameMarks = (a: NodeJson, b: NodeJson) =>
  JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? [])

/** Neighbours of the same marks are one text. */
function settle(content: readonly NodeJson[]): NodeJson[] {
  const settled: NodeJson[] = []
  for (const node of content) {
    const before = settled.at(-1)
    if (before?.text && node.text && sameMarks(before, node)) before.text += node.text
    else settled.push({ ...node })
  }
  return settled
}

const footnote = fc.tuple(fc.array(text, { maxLength: 3 }), marks).map(([content, marks]): NodeJson => {
  const settled = settle(content)
  return marked({ type: 'footnote', ...(settled.length > 0 && { content: settled }) }, marks)
})
/** The editor trims formulas. */
const math = fc
  .tuple(fc.constantFrom('x', 'a_1 * b', '\\{|y|\\}', 'a$b', '1', 'a < b & c', '\\\\', 'a  b', ''), marks)
  .map(([latex, marks]) => marked({ type: 'mathInline', attrs: { latex } }, marks))
const hardBreak = marks.map((marks) => marked({ type: 'hardBreak' }, marks))

/** Text with every combination of marks, line ends, formulas and notes; or nothing. */
export const inlineContent: fc.Arbitrary<NodeJson[]> = fc
  .array(
    fc.oneof(
      { weight: 10, arbitrary: text },
      hardBreak,
      fc.constant<NodeJson>({ type: 'hardBreak' }),
      footnote,
      math,
    ),
    { maxLength: 6 },
  )
  .map(settle)

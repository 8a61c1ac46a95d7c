import { withMathLetters } from './math-letters.ts'

const options = {
  output: 'mathml',
  throwOnError: true,
  // No links, pictures, classes or styles out of a formula.
  trust: false,
  strict: 'ignore',
  maxExpand: 500,
  /** In em. */
  maxSize: 20,
} as const

export interface Katex {
  renderToString(latex: string, settings: typeof options & { displayMode: boolean }): string
}

/** A formula that is longer takes too long; none is. */
const longest = 5000

/**
 * A formula as MathML that a browser shows by itself. KaTeX escapes what it writes. It is handed over since it is
 * loaded where and when the first formula is met.
 *
 * @throws KaTeX's ParseError for what is not LaTeX
 */
export function mathml(katex: Katex, latex: string, display: boolean): string {
  if (latex.length > longest) throw new RangeError(`longer than ${longest} characters`)
  const html = katex.renderToString(latex, { ...options, displayMode: display })
  // The source stands beside the formula already.
  const inner = /<semantics>(.*)<annotation.*<\/annotation><\/semantics>/s.exec(html)?.[1] ?? ''
  const open = `<math xmlns="http://www.w3.org/1998/Math/MathML"${display ? ' display="block"' : ''}>`
  return withMathLetters(`${open}${inner.replaceAll('class ="', 'class="')}</math>`)
}

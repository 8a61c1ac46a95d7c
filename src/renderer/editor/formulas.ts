import { type Katex, mathml } from '#shared/document/math/mathml.ts'
import type { BlockText } from './block-text.ts'

let katex: Katex | undefined
const loaded = async () => {
  katex ??= (await import('katex')).default
  return katex
}

const place = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'rawMessage' in error && 'position' in error
    ? `${Number(error.position) + 1}: ${error.rawMessage}`
    : undefined

/** Why it is no formula, in words. */
const explain = (error: unknown, text: BlockText) =>
  text('formula.wrong', { reason: place(error) ?? (error instanceof Error ? error.message : String(error)) })

/**
 * Shows a formula in `dom` as the page will: drawn, or as it is written where it is none. Answers what is wrong with it,
 * or ''. At once when KaTeX is loaded.
 */
export function showFormula(
  dom: HTMLElement,
  latex: string,
  display: boolean,
  text: BlockText,
  told: (problem: string) => void = () => {},
): void {
  if (!katex) {
    dom.dataset.latex = latex
    dom.textContent = latex
    void loaded().then(() => {
      if (dom.dataset.latex === latex) showFormula(dom, latex, display, text, told)
    })
    return
  }
  dom.dataset.latex = latex
  dom.classList.remove('is-wrong')
  try {
    // KaTeX escapes what it writes; tests hold it to MathML alone.
    dom.innerHTML = mathml(katex, latex, display)
    told('')
  } catch (error) {
    const code = document.createElement('code')
    code.textContent = latex
    dom.replaceChildren(code)
    dom.classList.add('is-wrong')
    told(explain(error, text))
  }
}

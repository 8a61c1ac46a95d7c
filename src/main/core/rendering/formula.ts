import { type Katex, mathml } from '#shared/document/math/mathml.ts'
import { loadPackage } from '../load-package.ts'
import { remember } from './remember.ts'

const load = (): Katex => loadPackage('katex')
let katex: Katex | undefined

/** Loads KaTeX at the first formula: most sessions meet none. */
export const formula = remember(2_000_000, (latex: string, display: boolean): string | null => {
  katex ??= load()
  try {
    return mathml(katex, latex, display)
  } catch {
    return null
  }
})

import { longestHighlighted } from '#shared/document/code-block/languages.ts'
import { loadPackage } from '../load-package.ts'
import { remember } from './remember.ts'

/** Of highlight.js; its own types bring those of the DOM along. */
interface Highlighter {
  getLanguage(name: string): object | undefined
  registerLanguage(name: string, grammar: object): void
  highlight(code: string, options: { language: string; ignoreIllegals: boolean }): { value: string }
}

let loaded: Highlighter | undefined

/** Beyond those of `highlight.js/lib/common`. */
const more = ['dart', 'dockerfile', 'http', 'latex', 'nginx', 'powershell', 'scala']

function highlighter(): Highlighter {
  const hljs: Highlighter = loadPackage('highlight.js/lib/common')
  for (const name of more) hljs.registerLanguage(name, loadPackage(`highlight.js/lib/languages/${name}`))
  return hljs
}

/** Code as HTML in which `hljs-` classes name the words; null for an unknown language. Loaded at the first code. */
export const highlightedCode = remember(5_000_000, (code: string, language: string): string | null => {
  if (code.length > longestHighlighted) return null
  loaded ??= highlighter()
  if (!loaded.getLanguage(language)) return null
  return loaded.highlight(code, { language, ignoreIllegals: true }).value
})

import { parseHTML } from 'linkedom'
import { formula } from '../rendering/formula.ts'

type Element = ReturnType<typeof parseHTML>['document']['documentElement']

const raised: Record<string, string> = Object.fromEntries(
  [...'0123456789+-=()n'].map((c, i) => [c, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'][i] ?? c]),
)
const lowered: Record<string, string> = Object.fromEntries(
  [...'0123456789+-=()'].map((c, i) => [c, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][i] ?? c]),
)

const shifted = (text: string, letters: Record<string, string>, mark: string): string =>
  [...text].every((letter) => letter in letters)
    ? [...text].map((letter) => letters[letter]).join('')
    : `${mark}${group(text)}`

/** What is more than one letter or number is held together. */
const group = (text: string): string => ([...text].length > 1 && !/^[\d.]+$/.test(text) ? `(${text})` : text)

function linear(element: Element): string {
  const parts = [...element.children].map(linear)
  const [first = '', second = '', third = ''] = parts
  switch (element.localName) {
    case 'annotation':
      return ''
    case 'msup':
    case 'mover':
      return `${first}${shifted(second, raised, '^')}`
    case 'msub':
    case 'munder':
      return `${first}${shifted(second, lowered, '_')}`
    case 'msubsup':
    case 'munderover':
      return `${first}${shifted(second, lowered, '_')}${shifted(third, raised, '^')}`
    case 'mfrac':
      return `${group(first)}/${group(second)}`
    case 'msqrt':
      return `√${group(parts.join(''))}`
    case 'mroot':
      return `${shifted(second, raised, '')}√${group(first)}`
    case 'mtr':
      return parts.join(' ')
    case 'mtable':
      return parts.join('; ')
    case 'mspace':
      return ' '
    case 'mo':
      return /^[=<>≤≥≠≈→⇒±×÷∈+−-]$/u.test(element.textContent ?? '')
        ? ` ${element.textContent} `
        : (element.textContent ?? '')
    default:
      return parts.length > 0 ? parts.join('') : (element.textContent ?? '')
  }
}

/** A formula as a line of text: E = mc², (a + b)/2. As it is written where it cannot be read. */
export function formulaText(latex: string): string {
  const mathml = formula(latex, false)
  if (mathml === null) return latex
  const root = parseHTML(`<html><body>${mathml}</body></html>`).document.querySelector('math')
  const text =
    root &&
    linear(root as Element)
      .replace(/[\u2061-\u2064\u200b]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  return text || latex
}

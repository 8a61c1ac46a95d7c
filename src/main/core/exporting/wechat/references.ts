import { escapeHtml } from '#shared/document/escape-html.ts'
import type { Look } from './styles.ts'

/**
 * Notes and addresses, gathered for the end: links to other sites do not work in an article of a WeChat account. One
 * address has one number.
 */
export function createReferences(look: Look) {
  const entries: string[] = []
  const numbers = new Map<string, number>()
  const mark = (number: number) => `<sup style="${look.reference}">[${number}]</sup>`
  return {
    note: (html: string): string => mark(entries.push(html)),
    address(href: string, title: string): string {
      const number =
        numbers.get(href) ??
        entries.push(`${title === href ? '' : `${escapeHtml(title)}：`}${escapeHtml(href)}`)
      numbers.set(href, number)
      return mark(number)
    },
    list(): string {
      if (entries.length === 0) return ''
      const items = entries.map((entry, index) => `<p style="${look.note}">[${index + 1}] ${entry}</p>`)
      return `<h4 style="${look.headings[4]}">参考资料</h4>${items.join('')}`
    },
  }
}

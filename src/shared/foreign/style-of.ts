import type { ElementLike } from './element-like.ts'

/**
 * What is written in the style attribute, by property in lower case. Office programs write properties that no browser
 * knows, so this is what is written, not what a browser makes of it.
 */
export function styleOf(element: ElementLike): ReadonlyMap<string, string> {
  const written = element.getAttribute('style')
  if (!written) return none
  const style = new Map<string, string>()
  for (const declaration of written.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    style.set(
      declaration.slice(0, colon).trim().toLowerCase(),
      declaration
        .slice(colon + 1)
        .replace(/!\s*important/i, '')
        .trim(),
    )
  }
  return style
}

const none: ReadonlyMap<string, string> = new Map()

const perUnit: Record<string, number> = { px: 1, pt: 4 / 3, em: 16, rem: 16 }

/** Pixels of a font size; null where it depends on something else. */
export function fontSize(value: string | undefined): number | null {
  const [, number, unit = ''] = /^([\d.]+)(px|pt|em|rem)$/i.exec(value ?? '') ?? []
  return number ? Number(number) * (perUnit[unit.toLowerCase()] ?? 1) : null
}

/** Undefined where the value says neither. */
export function isBoldWeight(value: string | undefined): boolean | undefined {
  if (value === undefined) return undefined
  if (/^(bold|bolder|[6-9]\d\d)$/i.test(value)) return true
  return /^(normal|lighter|[1-5]\d\d)$/i.test(value) ? false : undefined
}

export const isHidden = (element: ElementLike): boolean => {
  const style = styleOf(element)
  return style.get('display') === 'none' || style.get('mso-hide') === 'all'
}

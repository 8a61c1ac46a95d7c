/** Where Unicode has the letters of a style: those of A, a, 0, Α and α; others of the style follow each. */
const styles: Record<string, { upper: number; lower: number; digit?: number; greek?: [number, number] }> = {
  bold: { upper: 0x1d400, lower: 0x1d41a, digit: 0x1d7ce, greek: [0x1d6a8, 0x1d6c2] },
  'bold-italic': { upper: 0x1d468, lower: 0x1d482, greek: [0x1d71c, 0x1d736] },
  script: { upper: 0x1d49c, lower: 0x1d4b6 },
  fraktur: { upper: 0x1d504, lower: 0x1d51e },
  'double-struck': { upper: 0x1d538, lower: 0x1d552, digit: 0x1d7d8 },
  'sans-serif': { upper: 0x1d5a0, lower: 0x1d5ba, digit: 0x1d7e2 },
  'bold-sans-serif': { upper: 0x1d5d4, lower: 0x1d5ee, digit: 0x1d7ec },
  'sans-serif-italic': { upper: 0x1d608, lower: 0x1d622 },
  monospace: { upper: 0x1d670, lower: 0x1d68a, digit: 0x1d7f6 },
}

/** Letters that Unicode had before it had the style. */
const earlier: Record<string, Record<string, string>> = {
  script: { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ', e: 'ℯ', g: 'ℊ', o: 'ℴ' },
  fraktur: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  'double-struck': { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
}

function letter(char: string, name: string): string {
  const known = earlier[name]?.[char]
  const style = styles[name]
  if (known || !style) return known ?? char
  const from = (base: number | undefined, first: string) =>
    base === undefined ? char : String.fromCodePoint(base + char.charCodeAt(0) - first.charCodeAt(0))
  if (/[A-Z]/.test(char)) return from(style.upper, 'A')
  if (/[a-z]/.test(char)) return from(style.lower, 'a')
  if (/[0-9]/.test(char)) return from(style.digit, '0')
  if (/[Α-Ω]/.test(char)) return from(style.greek?.[0], 'Α')
  if (/[α-ω]/.test(char)) return from(style.greek?.[1], 'α')
  return char
}

/**
 * Letters of a style as characters of their own: of MathML's `mathvariant` browsers read `normal` alone, and ℝ would be
 * an R.
 */
export const withMathLetters = (mathml: string): string =>
  mathml.replace(
    /<(mi|mn) mathvariant="([a-z-]+)">([^<]*)</g,
    (whole, tag: string, style: string, text: string) =>
      style in styles ? `<${tag}>${text.replace(/&[^;]*;|./gu, (char) => letter(char, style))}<` : whole,
  )

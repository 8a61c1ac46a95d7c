// Neither HTML nor XML may hold these; tab and line breaks become spaces, since every text here is one line.
const unwanted = /[\p{Cc}\uFFFE\uFFFF\u2028\u2029]+/gu
const isUnwanted = /[\p{Cc}\uFFFE\uFFFF\u2028\u2029]/u
const xmlUnwanted = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** One line of text that any page or feed may hold. */
export function cleanText(text: string): string {
  const line = isUnwanted.test(text) ? text.replace(unwanted, ' ') : text
  return line.isWellFormed() ? line : line.toWellFormed()
}

/** Drops what XML 1.0 cannot hold, lone surrogates included. */
export const xmlSafe = (text: string): string => text.replace(xmlUnwanted, '')

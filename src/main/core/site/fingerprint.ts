/**
 * 53 bits that say whether something changed: cheap enough to take for every file of a site whenever it is planned.
 * They do not name content; `contentHash` does.
 */
export function textPrint(text: string): number {
  let a = seedA
  let b = seedB
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  return finish(a, b)
}

/** The same for safe integers, other prints among them. Order counts. */
export function numbersPrint(numbers: readonly number[]): number {
  let a = seedA
  let b = seedB
  for (const number of numbers) {
    const low = (number % 4294967296) | 0
    const high = Math.floor(number / 4294967296) | 0
    a = Math.imul(Math.imul(a ^ low, 2654435761) ^ high, 2246822507) ^ (b >>> 15)
    b = Math.imul(Math.imul(b ^ high, 1597334677) ^ low, 3266489909) ^ (a >>> 13)
  }
  return finish(a, b)
}

/** A print as it stands in a key. Decimal: other radixes take ten times as long. */
export const printed = (print: number): string => String(print)

const seedA = 0xdeadbeef | 0
const seedB = 0x41c6ce57

function finish(first: number, second: number): number {
  let a = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909)
  let b = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909)
  a ^= b >>> 16
  b ^= a >>> 11
  return 4294967296 * (2097151 & b) + (a >>> 0)
}

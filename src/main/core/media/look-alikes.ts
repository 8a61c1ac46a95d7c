/** A picture with the fingerprint that `fingerprint.ts` takes. */
export interface LookAlike {
  id: string
  fingerprint: string
  width: number
  height: number
  /** The picture it was edited from: that one looks like it on purpose. */
  origin: string | null
}

/** Of 128 bits. Saving a picture again in another size or quality changes two or three. */
const mostBits = 10
/** Of 255, per colour. */
const mostColour = 10
const mostAspect = 0.02

interface Print {
  picture: LookAlike
  bits: Uint32Array
  colour: number[]
  aspect: number
  ones: number
}

const ones = (word: number): number => {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

function printOf(picture: LookAlike): Print {
  const word = (index: number) =>
    Number.parseInt(picture.fingerprint.slice(index * 8, index * 8 + 8), 16) >>> 0
  const bits = Uint32Array.of(word(0), word(1), word(2), word(3))
  const colour = [32, 34, 36].map((at) => Number.parseInt(picture.fingerprint.slice(at, at + 2), 16))
  return {
    picture,
    bits,
    colour,
    aspect: Math.log(picture.width / picture.height),
    ones: bits.reduce((sum, part) => sum + ones(part), 0),
  }
}

/** Even surfaces and plain gradients have nothing to be told apart by. */
const tells = ({ ones: set }: Print) => set > 10 && set < 118

function alike(a: Print, b: Print): boolean {
  if (Math.abs(a.aspect - b.aspect) > mostAspect || Math.abs(a.ones - b.ones) > mostBits) return false
  let distance = 0
  for (let index = 0; index < 4; index++) {
    distance += ones((a.bits[index] as number) ^ (b.bits[index] as number))
    if (distance > mostBits) return false
  }
  if (a.colour.some((value, index) => Math.abs(value - (b.colour[index] as number)) > mostColour))
    return false
  return a.picture.origin !== b.picture.id && b.picture.origin !== a.picture.id
}

/** Groups of ids that look alike, each compared with the first of its group; in the order that was given. */
export function lookAlikes(pictures: readonly LookAlike[]): string[][] {
  const prints = pictures.map(printOf).filter(tells)
  const grouped = new Set<Print>()
  const groups: string[][] = []
  prints.forEach((first, index) => {
    if (grouped.has(first)) return
    const group = [first]
    for (let at = index + 1; at < prints.length; at++) {
      const other = prints[at] as Print
      if (!grouped.has(other) && alike(first, other)) group.push(other)
    }
    if (group.length < 2) return
    for (const print of group) grouped.add(print)
    groups.push(group.map(({ picture }) => picture.id))
  })
  return groups
}

import { hash } from 'node:crypto'

/** An integer of 52 bits, never 0. */
type Mark = number

/** A set of marks in 16 bytes or less each, where a Set takes over 40. */
export class MarkSet {
  #slots = new Float64Array(1024)
  #size = 0

  /** False when it was there. */
  add(mark: Mark): boolean {
    if ((this.#size + 1) * 4 > this.#slots.length * 3) this.#grow()
    return this.#put(mark)
  }

  #put(mark: Mark): boolean {
    const slots = this.#slots
    const last = slots.length - 1
    for (let at = mark & last; ; at = (at + 1) & last) {
      if (slots[at] === mark) return false
      if (slots[at] === 0) {
        slots[at] = mark
        this.#size++
        return true
      }
    }
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Float64Array(old.length * 2)
    this.#size = 0
    for (const mark of old) if (mark !== 0) this.#put(mark)
  }
}

/**
 * Who was here on one day. A visitor is a salted hash of address and agent; a mark is such a hash mixed with what was
 * visited. Neither can be traced back once the salt is gone.
 */
export class VisitorDay {
  readonly salt: Buffer
  readonly #marks = new MarkSet()
  readonly #visitors = new Map<number, number>()
  #fresh: number[] = []

  constructor(salt: Buffer, known: Iterable<number> = []) {
    this.salt = salt
    for (const mark of known) this.#marks.add(mark)
  }

  /** `key`: a fast hash of the same bytes, for the visitors met a moment ago. */
  visitor(key: number, addressAndAgent: () => Uint8Array): number {
    let visitor = this.#visitors.get(key)
    if (visitor === undefined) {
      const digest = hash('sha256', Buffer.concat([this.salt, addressAndAgent()]), 'buffer')
      visitor = digest.readUIntBE(0, 6)
      if (this.#visitors.size > 200_000) this.#visitors.clear()
      this.#visitors.set(key, visitor)
    }
    return visitor
  }

  /** True at the visitor's first visit to what `page` and `hour` name; 0, 0 is the whole site. */
  isFirst(visitor: number, page: number, hour: number): boolean {
    const mark = mix(visitor, page, hour)
    if (!this.#marks.add(mark)) return false
    this.#fresh.push(mark)
    return true
  }

  /** The marks made since the last call. */
  takeFresh(): number[] {
    const fresh = this.#fresh
    this.#fresh = []
    return fresh
  }
}

function mix(visitor: number, page: number, hour: number): Mark {
  const low = visitor >>> 0
  const high = Math.floor(visitor / 0x1_0000_0000)
  let a = Math.imul(low ^ Math.imul(page, 0x9e3779b1), 0x85ebca6b) ^ hour
  a = Math.imul(a ^ (a >>> 15), 0xc2b2ae35)
  let b = Math.imul(high ^ page ^ Math.imul(hour, 0x27d4eb2f), 0x165667b1) ^ a
  b = Math.imul(b ^ (b >>> 13), 0x9e3779b1)
  return ((b ^ (b >>> 16)) & 0xfffff) * 0x1_0000_0000 + ((a ^ (a >>> 16)) >>> 0) || 1
}

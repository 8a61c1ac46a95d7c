import { Drop } from 'liquidjs'

/** Stands in a rendered page for the held HTML. No text is mistaken for it: it is none that UTF-8 could hold. */
export const heldMark = '\ud800\ud800'

/**
 * HTML that templates put out as it is. A page is made of its bytes: to decode it and encode it again with the rest
 * would be a tenth of what a page takes. To templates it is a text like any other.
 */
export class HeldHtml extends Drop {
  readonly #bytes: Buffer

  constructor(bytes: Buffer) {
    super()
    this.#bytes = bytes
  }

  override valueOf(): string {
    return this.#bytes.toString()
  }

  override toString(): string {
    return this.valueOf()
  }

  toLiquid(): string {
    return this.valueOf()
  }

  toJSON(): string {
    return this.valueOf()
  }

  /** A page that was rendered with it, in UTF-8. */
  page(rendered: string): Buffer {
    const [first = '', ...more] = rendered.split(heldMark)
    return Buffer.concat([Buffer.from(first), ...more.flatMap((part) => [this.#bytes, Buffer.from(part)])])
  }
}

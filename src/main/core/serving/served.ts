/** An answer that either host can give, whatever carries it. */
export interface Served {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** A file is streamed by the host. */
  readonly body: Buffer | string | { readonly file: string }
}

export const notServed = (status = 404, text = 'Not found'): Served => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
  body: text,
})

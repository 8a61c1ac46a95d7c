import type { Texts } from './texts.ts'

export interface Terminal {
  readonly texts: Texts
  readonly json: boolean
  /** The result: the object with --json, else the text. */
  result(data: Record<string, unknown>, text: string): void
  /** Shown while the work goes on: one line that renews itself on a terminal, a line now and then elsewhere. */
  progress(step: string, done: number, total: number): void
  note(text: string): void
}

export function createTerminal(texts: Texts, json: boolean): Terminal {
  const isTty = process.stderr.isTTY === true
  let shown = ''
  let shownAt = 0
  const clear = () => {
    if (isTty && shown) process.stderr.write('\r\x1b[2K')
    shown = ''
  }
  return {
    texts,
    json,
    result(data, text) {
      clear()
      process.stdout.write(json ? `${JSON.stringify(data)}\n` : `${text}\n`)
    },
    progress(step, done, total) {
      const line = total > 0 ? `${step} ${done}/${total}` : step
      const now = Date.now()
      if (line === shown || (now - shownAt < (isTty ? 50 : 2_000) && done !== total)) return
      shownAt = now
      process.stderr.write(isTty ? `\r\x1b[2K${line}` : `${line}\n`)
      shown = line
    },
    note(text) {
      clear()
      process.stderr.write(`${text}\n`)
    },
  }
}

/** A theme that cannot be used; the message says where it is wrong. */
export class ThemeError extends Error {
  override readonly name = 'ThemeError'
  readonly theme: string
  /** Path inside the theme's folder. */
  readonly file: string | undefined
  readonly line: number | undefined

  constructor(theme: string, problem: string, where: { file?: string; line?: number } = {}) {
    const place = where.file ? ` (${where.file}${where.line ? `, line ${where.line}` : ''})` : ''
    super(`Theme "${theme}"${place}: ${problem}`)
    this.theme = theme
    this.file = where.file
    this.line = where.line
  }
}

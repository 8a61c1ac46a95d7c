import type { CheckFix, CheckRule, Finding } from '#shared/contract/checks.ts'

/** A finding before anybody asked whether it was waived. */
export type Found = Omit<Finding, 'waived'>

/** A piece of running text and where it stands: what is no text is the object replacement character. */
export interface TextRun {
  field: 'title' | 'dek' | 'body'
  text: string
  /** Where the text begins in its field. */
  start: number
}

export const noText = '\ufffc'

/** A finding about a stretch of a run; `from` and `to` are offsets in its text. */
export function inText(
  rule: CheckRule,
  { field, text, start }: TextRun,
  from: number,
  to: number,
  { fix = null, detail = '' }: { fix?: string | null; detail?: string } = {},
): Found {
  const excerpt = text.slice(from, to)
  return {
    rule,
    field,
    from: start + from,
    to: start + to,
    excerpt,
    detail,
    fix: fix === null ? null : ({ kind: 'text', text: fix } satisfies CheckFix),
    key: excerpt,
  }
}

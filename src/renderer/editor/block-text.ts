import type { ParseKeys } from 'i18next'

/** The words of formulas, notes, videos and code, in the language of the interface. */
export type BlockText = (key: ParseKeys<'richBlocks'>, values?: Record<string, string | number>) => string

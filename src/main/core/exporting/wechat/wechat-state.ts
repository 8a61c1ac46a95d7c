import type { FormulaDrawings } from './formula-drawings.ts'
import type { createReferences } from './references.ts'
import type { Look } from './styles.ts'

/** A copy that is being made. */
export interface WeChatState {
  look: Look
  references: ReturnType<typeof createReferences>
  /** Pictures as data: addresses. */
  pictures: ReadonlyMap<string, string>
  formulas: FormulaDrawings
  articleUrl(uid: string): string | null
  lost: { 'missing-pictures': number; embeds: number; formulas: number }
}

import type { UnitName } from '#shared/compare/fields.ts'

/** Two columns, or one text with what went and what came in it. */
export type ComparisonMode = 'side' | 'inline'

/** Takes changes of the later version back. */
export interface TakeBack {
  block(ids: readonly number[]): void
  field(unit: UnitName): void
}

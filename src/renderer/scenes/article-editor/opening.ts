import type { ArticleId } from '#shared/model/ids.ts'

/** How an article opens, where it is not just its text: as the state of an address of the window. */
export interface Opening {
  /** Its page stands over it. */
  preview?: boolean
  /** Another article stands beside it. */
  beside?: ArticleId
}

export const opening = (): Opening => history.state ?? {}

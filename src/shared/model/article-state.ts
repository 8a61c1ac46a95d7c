import { z } from 'zod'

export const ArticleState = z.enum(['draft', 'in_review', 'approved', 'scheduled', 'published', 'withdrawn'])
export type ArticleState = z.infer<typeof ArticleState>

/** States an editor may set by hand. The others are reached by publishing, scheduling and withdrawing. */
export const EditorialState = ArticleState.extract(['draft', 'in_review', 'approved'])
export type EditorialState = z.infer<typeof EditorialState>

const transitions: Record<ArticleState, readonly ArticleState[]> = {
  draft: ['in_review', 'approved', 'scheduled', 'published'],
  in_review: ['draft', 'approved', 'scheduled', 'published'],
  approved: ['draft', 'in_review', 'scheduled', 'published'],
  scheduled: ['draft', 'in_review', 'approved', 'published'],
  published: ['published', 'withdrawn'],
  withdrawn: ['draft', 'in_review', 'approved', 'scheduled', 'published'],
}

export const canTransition = (from: ArticleState, to: ArticleState): boolean => transitions[from].includes(to)

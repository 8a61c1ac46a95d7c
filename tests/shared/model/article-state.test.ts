import { expect, it } from 'vitest'
import { ArticleState, canTransition } from '#shared/model/article-state.ts'

it('lets nothing leave the site but by withdrawal', () => {
  const reachable = ArticleState.options.filter((state) => canTransition('published', state))
  expect(reachable).toEqual(['published', 'withdrawn'])
})

it('lets every other state be published', () => {
  for (const state of ArticleState.options) expect(canTransition(state, 'published')).toBe(true)
})

import type { ArticleId } from '#shared/model/ids.ts'

export function ArticleEditorScene(_: { articleId: ArticleId }) {
  return null
}

import { createContext, useContext } from 'react'
import type { ArticleContent } from '#shared/contract/articles.ts'
import type { ExportFormat } from '#shared/contract/exporting.ts'
import type { PublishRequest } from '#shared/contract/publishing.ts'
import type { ArticleId, TemplateId } from '#shared/model/ids.ts'
import type { FindQuery } from '../editor/find-query.ts'
import type { Opening } from '../scenes/article-editor/opening.ts'

/** What can be done from anywhere in the window. */
export interface DeskActions {
  newArticle(content?: Partial<ArticleContent>): void
  newFromTemplate(id: TemplateId): void
  /** Opens the list of templates and snippets. */
  manageTemplates(): void
  openArticle(id: ArticleId, as?: Opening): void
  /** Opens the import dialog, with these files or to choose some; a review bundle opens by itself. */
  importFiles(files?: File[]): void
  /** Shows what would go out and publishes it once confirmed. */
  publish(request: PublishRequest): void
  /** Opens find and replace over the library, searching at once when there is a query. */
  findInLibrary(query?: FindQuery): void
  /** Saves articles as files of other programs; without a format, one is chosen first. */
  exportArticles(ids: ArticleId[], format?: ExportFormat): void
  /** Shows an article as the editor of a WeChat account will keep it, to be copied. */
  copyForWeChat(id: ArticleId): void
  openPalette(): void
  showShortcuts(): void
}

export const DeskActionsContext = createContext<DeskActions | null>(null)

export function useDesk(): DeskActions {
  const actions = useContext(DeskActionsContext)
  if (!actions) throw new Error('useDesk outside the shell')
  return actions
}

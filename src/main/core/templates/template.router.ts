import { implement } from '@orpc/server'
import type { Article, ArticleContent } from '#shared/contract/articles.ts'
import {
  type SnippetContent,
  snippets as snippetContract,
  type TemplateContent,
  templates as templateContract,
} from '#shared/contract/templates.ts'
import type { SnippetId, TemplateId } from '#shared/model/ids.ts'
import type { Events } from '../events.ts'
import type { TemplateService } from './template.service.ts'

export function createTemplatesRouter(
  templates: TemplateService<TemplateId, TemplateContent>,
  createArticle: (content: Partial<ArticleContent>) => Article,
  events: Events,
) {
  const os = implement(templateContract)
  return os.router({
    list: os.list.handler(() => templates.list()),
    get: os.get.handler(({ input }) => templates.content(input.id)),
    create: os.create.handler(({ input }) => templates.create(input.name, input.content)),
    replace: os.replace.handler(({ input }) => templates.replace(input.id, input.content)),
    rename: os.rename.handler(({ input }) => templates.rename(input.id, input.name)),
    delete: os.delete.handler(({ input }) => templates.delete(input.id)),
    use: os.use.handler(({ input }) => createArticle(templates.content(input.id))),
    changed: os.changed.handler(({ signal }) => events.subscribe('templates.changed', { signal })),
  })
}

export function createSnippetsRouter(snippets: TemplateService<SnippetId, SnippetContent>, events: Events) {
  const os = implement(snippetContract)
  return os.router({
    list: os.list.handler(() => snippets.list()),
    get: os.get.handler(({ input }) => snippets.content(input.id)),
    create: os.create.handler(({ input }) => snippets.create(input.name, input.content)),
    replace: os.replace.handler(({ input }) => snippets.replace(input.id, input.content)),
    rename: os.rename.handler(({ input }) => snippets.rename(input.id, input.name)),
    delete: os.delete.handler(({ input }) => snippets.delete(input.id)),
    changed: os.changed.handler(({ signal }) => events.subscribe('snippets.changed', { signal })),
  })
}

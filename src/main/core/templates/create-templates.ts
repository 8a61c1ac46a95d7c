import type { SnippetContent, TemplateContent } from '#shared/contract/templates.ts'
import type { SnippetId, TemplateId } from '#shared/model/ids.ts'
import { createTemplateRepository } from './template.repository.ts'
import { createTemplateService } from './template.service.ts'

type Dependencies = Omit<
  Parameters<typeof createTemplateService<TemplateId, TemplateContent>>[0],
  'repository' | 'entity'
>

/** The feature put together: what articles begin with, and blocks to put into them. */
export const createTemplates = (dependencies: Dependencies) => ({
  templates: createTemplateService({
    ...dependencies,
    repository: createTemplateRepository<TemplateId, TemplateContent>(dependencies.db, 'templates'),
    entity: 'template',
  }),
  snippets: createTemplateService({
    ...dependencies,
    repository: createTemplateRepository<SnippetId, SnippetContent>(dependencies.db, 'snippets'),
    entity: 'snippet',
  }),
})

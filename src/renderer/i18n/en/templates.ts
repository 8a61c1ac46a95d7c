import type { Messages } from '../messages.ts'
import type { templates as master } from '../zh-CN/templates.ts'

export const templates: Messages<typeof master> = {
  title: 'Templates and snippets',
  templates: 'Templates',
  snippets: 'Snippets',
  newFrom: 'New from template',
  manage: 'Manage templates and snippets…',
  use: 'New article',
  insert: 'Insert',
  name: 'Name',
  templateSave: 'Save as template',
  templateHint:
    'New articles can begin with it: title, standfirst, category, tags, byline, source, cover and text.',
  templateSaved: 'Saved as template “{{name}}”',
  snippetSave: 'Save as snippet',
  snippetHint: 'What is selected can be put into any article through / or the command palette.',
  snippetSaved: 'Saved as snippet “{{name}}”',
  taken: '“{{name}}” exists; its content will be replaced.',
  replace: 'Replace',
  replaceByArticle: 'Replace by the open article',
  replaced: 'Replaced the content of “{{name}}”',
  actions: 'Actions for “{{name}}”',
  deleteTitle: 'Delete “{{name}}”?',
  deleteText: 'Articles that were made from it stay as they are.',
  noTemplates: 'No templates yet',
  noTemplatesHint: 'Open an article and choose “Save as template” among its actions.',
  noSnippets: 'No snippets yet',
  noSnippetsHint:
    'Select something in the text and choose “Save selection as snippet” in the command palette.',
  copyOf: '{{title}} (copy)',
}

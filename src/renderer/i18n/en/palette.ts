import type { Messages } from '../messages.ts'
import type { palette as master } from '../zh-CN/palette.ts'

export const palette: Messages<typeof master> = {
  title: 'Search articles and commands',
  placeholder: 'Type a title, some text or a command…',
  articles: 'Articles',
  recent: 'Recently updated',
  actions: 'Commands',
  text: 'Text',
  nothing: 'Nothing found',
  hintMove: 'choose',
  hintOpen: 'open',
  action: {
    newArticle: 'New article',
    findInLibrary: 'Find and replace in the library',
    newFrom: 'New from template: {{name}}',
    templates: 'Manage templates and snippets…',
    importFiles: 'Import files…',
    publishChanged: 'Publish all changes…',
    publishSite: 'Bring the site up to date (settings, categories, theme)…',
    backup: 'Back up the library now',
    dark: 'Switch to dark colours',
    light: 'Switch to light colours',
    english: 'Switch to English',
    chinese: '切换到中文',
    shortcuts: 'Keyboard shortcuts',
    goTo: 'Go to {{scene}}',
  },
  backedUp: 'Backed up to {{file}} ({{size}})',
}

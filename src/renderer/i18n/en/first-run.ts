import type { Messages } from '../messages.ts'
import type { firstRun as master } from '../zh-CN/first-run.ts'

export const firstRun: Messages<typeof master> = {
  title: 'Welcome to Galley',
  hint: 'This library is still empty. Where would you like to start?',
  emptyTitle: 'Write the first article',
  emptyHint: 'Start from an empty library.',
  sampleTitle: 'Load the sample library',
  sampleHint: 'Four categories and a dozen articles with covers; delete them whenever you like.',
  importTitle: 'Import what you have',
  importHint: 'Saved pages, Markdown, HTML or plain text; or drop files on the window.',
  sampleLoaded_one: 'Loaded {{count}} sample article',
  sampleLoaded_other: 'Loaded {{count}} sample articles',
}

import { analytics } from './analytics.ts'
import { blocks } from './blocks.ts'
import { bundles } from './bundles.ts'
import { categories } from './categories.ts'
import { checks } from './checks.ts'
import { common } from './common.ts'
import { compare } from './compare.ts'
import { editor } from './editor.ts'
import { errors } from './errors.ts'
import { exporting } from './exporting.ts'
import { finding } from './finding.ts'
import { firstRun } from './first-run.ts'
import { importing } from './importing.ts'
import { library } from './library.ts'
import { media } from './media.ts'
import { palette } from './palette.ts'
import { paste } from './paste.ts'
import { preview } from './preview.ts'
import { publishing } from './publishing.ts'
import { review } from './review.ts'
import { revisions } from './revisions.ts'
import { richBlocks } from './rich-blocks.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { templates } from './templates.ts'
import { writing } from './writing.ts'

/** The master: other languages have the same keys. */
export const zhCN = {
  analytics,
  blocks,
  bundles,
  categories,
  checks,
  common,
  compare,
  editor,
  errors,
  finding,
  exporting,
  firstRun,
  importing,
  library,
  media,
  palette,
  paste,
  preview,
  publishing,
  richBlocks,
  review,
  revisions,
  settings,
  shell,
  templates,
  writing,
}

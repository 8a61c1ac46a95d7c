import { analytics } from './analytics.ts'
import { app } from './app.ts'
import { articles } from './articles.ts'
import { bundles } from './bundles.ts'
import { categories } from './categories.ts'
import { checks } from './checks.ts'
import { comments } from './comments.ts'
import { exporting } from './exporting.ts'
import { importing } from './importing.ts'
import { jobs } from './jobs.ts'
import { bylines, tags } from './labels.ts'
import { library } from './library.ts'
import { links } from './links.ts'
import { media } from './media.ts'
import { people } from './people.ts'
import { preview } from './preview.ts'
import { publishing, server, targets } from './publishing.ts'
import { replacing } from './replacing.ts'
import { reviews } from './reviews.ts'

import { revisions } from './revisions.ts'
import { search } from './search.ts'
import { settings } from './settings.ts'
import { snippets, templates } from './templates.ts'

/** The one interface between the core and whatever shows it. */
export const contract = {
  analytics,
  app,
  articles,
  bundles,
  bylines,
  categories,
  checks,
  comments,
  exporting,
  importing,
  jobs,
  library,
  links,
  media,
  people,
  preview,
  publishing,
  reviews,
  replacing,
  revisions,
  search,
  server,
  settings,
  snippets,
  tags,
  targets,
  templates,
}
export type Contract = typeof contract

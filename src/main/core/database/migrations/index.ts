import type { Migration } from '../migrate.ts'
import { library } from './0010-library.ts'
import { search } from './0020-search.ts'
import { site } from './0030-site.ts'
import { publishing } from './0040-publishing.ts'
import { analytics } from './0050-analytics.ts'
import { media } from './0060-media.ts'
import { review } from './0070-review.ts'
import { checks } from './0080-checks.ts'
import { links } from './0090-links.ts'
import { templates } from './0100-templates.ts'
import { revisions } from './0110-revisions.ts'
import { siteIndex } from './0120-site-index.ts'
import { jobLog } from './0130-job-log.ts'
import { feedIds } from './0140-feed-ids.ts'

/** In order; never edit one that has shipped. */
export const migrations: readonly Migration[] = [
  library,
  search,
  site,
  publishing,
  analytics,
  media,
  review,
  checks,
  links,
  templates,
  revisions,
  siteIndex,
  jobLog,
  feedIds,
]

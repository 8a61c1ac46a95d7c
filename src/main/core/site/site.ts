import type { Database } from 'better-sqlite3'
import type { Site, SiteChange, SitePaths } from './site-file.ts'

export type { Site, SiteChange, SiteFile, SiteFileKind, SitePaths, SiteResponse } from './site-file.ts'

/** The site over a connection to the library, with a change laid over what is live. Cheap to open. */
export function openSite(_db: Database, _paths: SitePaths, _change?: SiteChange): Site {
  throw new Error('not built yet')
}

/** Makes a change live: call it in the transaction that marks its deploy as succeeded. */
export function confirmSiteChange(_db: Database, _change: SiteChange): void {
  throw new Error('not built yet')
}

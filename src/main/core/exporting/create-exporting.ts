import type { Database } from 'better-sqlite3'
import type { Settings } from '#shared/contract/settings.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import type { createMedia } from '../media/create-media.ts'
import { siteDates } from '../site/site-dates.ts'
import { createExportRepository } from './export.repository.ts'
import { createExportService } from './export.service.ts'

type Dependencies = Omit<Parameters<typeof createExportService>[0], 'surroundings'> & {
  db: Database
  media: Pick<ReturnType<typeof createMedia>, 'media' | 'findMedia'>
  site(): Settings['site']
  /** The address of an article on the site; null while it has none. */
  urlOf(id: ArticleId, baseUrl: string): string | null
}

/** The feature put together: articles as files of other programs, with what stands around them in the library. */
export function createExporting({ db, media: { media, findMedia }, site, urlOf, ...rest }: Dependencies) {
  const repository = createExportRepository(db)
  return createExportService({
    ...rest,
    surroundings() {
      const { language, timeZone, baseUrl } = site()
      const { iso, text } = siteDates(timeZone)
      return {
        findPicture(id) {
          const file = media.mediaFile(id)
          const facts = findMedia(id)
          return file && facts ? { ...file, id, width: facts.width, height: facts.height } : null
        },
        articleUrl(uid) {
          const id = repository.articleByUid(uid)
          return id === undefined ? null : urlOf(id, baseUrl)
        },
        isoTime: iso,
        textTime: text,
        language,
      }
    },
  })
}

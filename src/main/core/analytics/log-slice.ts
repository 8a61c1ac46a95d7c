import type { LogSourceId } from '#shared/model/ids.ts'

/** What the reader hands over: small enough for one short transaction, whole by itself. */
export interface LogSlice {
  readonly sourceId: LogSourceId
  /** Where reading of this file stands after the slice. */
  readonly file: LogFile
  readonly lines: number
  readonly bots: number
  readonly unreadable: number
  readonly hours: readonly HourTally[]
  readonly days: readonly DayTally[]
  readonly siteHours: readonly { at: number; visitors: number }[]
  readonly siteDays: readonly { day: number; visitors: number }[]
  /** Marks of visitors on days that are not over, to be known at the next reading. */
  readonly marks: readonly { day: number; salt: Uint8Array; marks: Uint8Array }[]
}

export interface LogFile {
  /** Negative while the core does not know the file: its number in this reading. */
  id: number
  /** SHA-256 of the first `headBytes` bytes of its text. */
  head: Uint8Array
  headBytes: number
  /** Bytes of text read; always the end of a line. */
  readTo: number
  /** Device, inode, size and time of change when it was last looked at: an unchanged file is not opened. */
  identity: string
}

/** One page in one hour. Article 0: the pages that are no articles. */
export interface HourTally {
  articleId: number
  at: number
  day: number
  hourOfDay: number
  hits: number
  beacons: number
  hitVisitors: number
  beaconVisitors: number
}

export interface DayTally {
  articleId: number
  day: number
  hits: number
  beacons: number
  hitVisitors: number
  beaconVisitors: number
  reads: number
  readPercent: number
  readSeconds: number
  depth: [number, number, number, number]
  referrers: { host: string; hits: number; beacons: number }[]
}

/** What a reading starts from. */
export interface LogJob {
  readonly sources: readonly { id: LogSourceId; path: string; files: readonly LogFile[] }[]
  readonly timeZone: string
  /** The site's own host: visits from it have no referrer. */
  readonly siteHost: string
  readonly now: number
  /** Every address of an article, present and former: `2025/07/slug.html` to article id. */
  readonly paths: readonly (readonly [path: string, articleId: number])[]
  readonly visitorDays: readonly { day: number; salt: Uint8Array; marks: readonly Uint8Array[] }[]
}

export type LogReport =
  | { readonly kind: 'slice'; readonly slice: LogSlice }
  /** `error` null: read to the end. */
  | { readonly kind: 'source'; readonly id: LogSourceId; readonly error: string | null }
  | { readonly kind: 'done' }

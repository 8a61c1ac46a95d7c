import type { Logger } from 'pino'

/** Everything the core needs from its host. Both hosts and the tests implement it. */
export interface Platform {
  readonly host: 'desktop' | 'browser' | 'test'
  readonly version: string
  /** The library's folder: absolute, created when missing. */
  readonly libraryFolder: string
  /** Program data that ships with Galley: themes, the sample library. Absolute. */
  readonly resourcesFolder: string
  /** Where the host serves originals of media and preview pages from; see `AppInfo`. */
  readonly mediaBase: string
  readonly previewBase: string
  readonly logger: Logger
  readonly clock: Clock
  readonly dialogs: Dialogs | null
  /**
   * The page at an address of the preview as PDF, as its theme prints it; null where nothing on this machine can print.
   */
  printToPdf(address: string, signal?: AbortSignal): Promise<Uint8Array | null>
  /** Opens an address that was checked already in the user's browser or mail program. */
  openExternal(url: string): Promise<void>
  /** Shows a file in the file manager. */
  revealFile(path: string): Promise<void>
  /** Which addresses pictures may be fetched from; the public internet's unless told otherwise. For tests. */
  readonly isAllowedAddress?: (address: string) => boolean
  /** A notification of the operating system, where there is one. */
  notify(notification: { title: string; body: string }): void
}

export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number
  /** Calls back once, at or soon after `time`, also when that is weeks away; answers how to call it off. */
  at(time: number, callback: () => void): () => void
}

export interface Dialogs {
  pickFolder(title: string): Promise<string | null>
  /** Where a file is to be written; null when dismissed. It asks before one is replaced. */
  pickFile(suggestedName: string): Promise<string | null>
}

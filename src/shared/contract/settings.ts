import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { base } from './base.ts'
import { Person } from './people.ts'

export const HotLink = z.object({ label: z.string().trim().min(1).max(40), url: z.string().max(2000) })
export type HotLink = z.infer<typeof HotLink>

export const SiteSettings = z.object({
  title: z.string().trim().min(1).max(120),
  tagline: z.string().max(300),
  /**
   * Where the site is read, e.g. https://news.example.com/ ; http or https, without a user name, ends in a slash.
   * Canonical links, feeds and the sitemap need it.
   */
  baseUrl: z.url().regex(/^https?:\/\/[^\s/\\?#@]+\/(?:[^\s?#]*\/)?$/),
  language: z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/),
  /** IANA name; dates on the pages and in addresses are in this zone. */
  timeZone: z.string(),
  copyright: z.string().max(300),
  hotLinks: z.array(HotLink).max(40),
  pageSize: z.number().int().min(5).max(100),
  /** Folder name under resources/themes. */
  theme: z.string(),
})
export type SiteSettings = z.infer<typeof SiteSettings>

/** How much of pictures a reader on a phone is to load, bytes. What goes beyond is marked, not refused. */
export const MediaSettings = z.object({
  pictureBudget: z.number().int().min(10_000).max(50_000_000),
  /** Of all pictures of an article, the cover too. */
  articleBudget: z.number().int().min(50_000).max(500_000_000),
})
export type MediaSettings = z.infer<typeof MediaSettings>

export const InterfaceSettings = z.object({
  language: z.enum(['auto', 'zh-CN', 'en']),
  colorScheme: z.enum(['auto', 'light', 'dark']),
})
export type InterfaceSettings = z.infer<typeof InterfaceSettings>

/** What happens to Chinese text while it is typed. */
export const WritingSettings = z.object({
  /** What straight quotation marks become. */
  quotes: z.enum(['off', 'curly', 'corner']),
  /** `--` becomes a dash, three stops an ellipsis. */
  dashes: z.boolean(),
  /** Punctuation after a Chinese character takes its full width. */
  fullWidth: z.boolean(),
})
export type WritingSettings = z.infer<typeof WritingSettings>
export const ReviewSettings = z.object({
  /** Nothing is published or scheduled whose present content nobody has approved. */
  approvedOnly: z.boolean(),
})
export type ReviewSettings = z.infer<typeof ReviewSettings>

export const Settings = z.object({
  site: SiteSettings,
  interface: InterfaceSettings,
  writing: WritingSettings,
  /** The editor of this machine. The id is given with the first name and stays. */
  person: Person,
  review: ReviewSettings,
  media: MediaSettings,
})
export type Settings = z.infer<typeof Settings>

export const settings = {
  get: base.output(Settings),
  /** Only what is given changes. INVALID `time-zone` | `hot-link-url`. */
  update: base
    .input(
      z.object({
        site: SiteSettings.partial().optional(),
        interface: InterfaceSettings.partial().optional(),
        writing: WritingSettings.partial().optional(),
        person: Person.omit({ id: true }).partial().optional(),
        review: ReviewSettings.partial().optional(),
        media: MediaSettings.partial().optional(),
      }),
    )
    .output(Settings),
  changed: base.output(eventIterator(Settings)),
}

/**
 * Stands for the way to the site root while parts that many pages share are rendered. `cleanText` keeps it out of
 * every text that these parts show.
 */
export const rootMark = '\u0001'

export const withRoot = (html: string, root: string): string => html.replaceAll(rootMark, root)

/** The way from a page to the site root: './' or '../' as often as needed. */
export const rootOf = (path: string): string => '../'.repeat(path.split('/').length - 1) || './'

/** Links name folders rather than their index.html. */
export const linkTo = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1')

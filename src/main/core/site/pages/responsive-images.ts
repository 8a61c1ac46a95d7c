import type { SitePicture } from '../site-picture.ts'

/** How the library's pictures begin in rendered bodies. */
export const storedImage = '<img src="../../media/'
const bodyImage = /<img src="\.\.\/\.\.\/media\/([0-9a-f]{64})\.[a-z]+"[^>]*>/g

/** What is said for a picture that is as wide as the text; narrower ones get their share of it. */
export const sizesOf = (textWidth: number, percent = 100): string =>
  `(max-width: ${textWidth + 40}px) ${percent}vw, ${Math.round((textWidth * percent) / 100)}px`

/**
 * The body with the smaller forms that its pictures have now. Stored bodies name originals alone: forms arrive later,
 * and no body has to be rendered anew for them. Bodies are ours: in their text every `<` is escaped.
 */
export function withRenditions(
  html: string,
  pictureOf: (id: string) => SitePicture | null,
  textWidth: number,
): string {
  if (!html.includes(storedImage)) return html
  return html.replace(bodyImage, (img, id: string, at: number) => {
    const sources = pictureOf(id)?.sources ?? []
    if (sources.length === 0) return img
    const sizes = sizesOf(textWidth, spanAt(html, at))
    const lines = sources.map(
      ({ type, forms }) => `<source type="${type}" srcset="${srcset(forms, '../../')}" sizes="${sizes}">`,
    )
    return `<picture>${lines.join('')}${img}</picture>`
  })
}

export const srcset = (forms: SitePicture['sources'][number]['forms'], root: string): string =>
  forms.map(({ path, width }) => `${root}${path} ${width}w`).join(', ')

/** Percent of the text's width that the figure around the place takes. */
function spanAt(html: string, at: number): number {
  const figure = html.lastIndexOf('<figure', at)
  const opening = figure === -1 ? '' : html.slice(figure, html.indexOf('>', figure))
  return Number(/\bfigure-(\d{2,3})\b/.exec(opening)?.[1] ?? 100)
}

import { numbersPrint, textPrint } from './fingerprint.ts'
import type { SiteRepository } from './site.repository.ts'

/** 0 where only originals are shown, as they are. */
export interface PicturePrints {
  cover(articleId: number): number
  body(articleId: number): number
}

type Uses = readonly (readonly [article: number, media: string])[]

/** Says in a number what pages show of an article's pictures besides what their ids say: forms and focal points. */
export function picturePrints(
  repository: SiteRepository,
  change: { left: ReadonlySet<number>; covers: Uses; bodies: Uses },
): PicturePrints {
  const prints = new Map<string, number>()
  for (const [id, renditions, x, y] of repository.drawnMedia.all())
    prints.set(id, textPrint(`${id.slice(0, 8)} ${renditions} ${x} ${y}`))

  const covers = new Map<number, number>()
  const bodies = new Map<number, number[]>()
  const addCover = ([article, media]: Uses[number]) => {
    const print = prints.get(media)
    if (print !== undefined) covers.set(article, print)
  }
  const addBody = ([article, media]: Uses[number]) => {
    const print = prints.get(media)
    const list = bodies.get(article)
    if (print === undefined) return
    if (list) list.push(print)
    else bodies.set(article, [print])
  }
  if (prints.size > 0) {
    const stays = ([article]: Uses[number]) => !change.left.has(article)
    repository.liveCovers.all().filter(stays).forEach(addCover)
    repository.liveMedia.all().filter(stays).forEach(addBody)
    change.covers.forEach(addCover)
    change.bodies.forEach(addBody)
  }
  return {
    cover: (id) => covers.get(id) ?? 0,
    body(id) {
      const list = bodies.get(id)
      return list ? numbersPrint([...list].sort((a, b) => a - b)) : 0
    },
  }
}

import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { CategoryId } from '../model/ids.ts'
import { Slug } from '../model/slug.ts'
import { base } from './base.ts'

export const Category = z.object({
  id: CategoryId,
  parentId: CategoryId.nullable(),
  name: z.string(),
  slug: z.string(),
  description: z.string(),
  /** Order among its siblings, from 0. */
  position: z.number().int(),
  /** Articles filed directly under it, the trash left out. */
  articleCount: z.number().int(),
})
export type Category = z.infer<typeof Category>

const Name = z.string().trim().min(1).max(60)

export const categories = {
  /** The whole tree, parents before children, siblings in order. */
  list: base.output(z.array(Category)),
  /** Without a slug, one is made from the name in pinyin. INVALID `duplicate-name` | `duplicate-slug`. */
  create: base
    .input(
      z.object({
        name: Name,
        parentId: CategoryId.nullable().default(null),
        slug: Slug.optional(),
        description: z.string().max(500).default(''),
      }),
    )
    .output(Category),
  update: base
    .input(
      z.object({
        id: CategoryId,
        name: Name.optional(),
        slug: Slug.optional(),
        description: z.string().max(500).optional(),
      }),
    )
    .output(Category),
  /** Puts it under `parentId` at `position` among the siblings. INVALID `cycle` when that is inside itself. */
  move: base
    .input(z.object({ id: CategoryId, parentId: CategoryId.nullable(), position: z.number().int().min(0) }))
    .output(z.array(Category)),
  /** Files its articles and children under `intoId` and removes it; its address redirects. */
  merge: base
    .input(z.object({ id: CategoryId, intoId: CategoryId }))
    .output(z.object({ movedArticles: z.number().int() })),
  /** Files its articles under `reassignTo` (null: no category); its children move up to its parent. */
  delete: base
    .input(z.object({ id: CategoryId, reassignTo: CategoryId.nullable() }))
    .output(z.object({ movedArticles: z.number().int() })),
  changed: base.output(eventIterator(z.object({ kind: z.literal('changed') }))),
}

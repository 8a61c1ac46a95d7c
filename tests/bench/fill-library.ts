import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CategoryId } from '#shared/model/ids.ts'
import { systemClock } from '../../src/main/core/system-clock.ts'
import { createTestCore } from '../helpers/create-test-core.ts'
import { createCorpus } from './generate.ts'
import { categoryNames, categorySlug } from './peers/content.ts'

/** Brings a library up to `count` generated articles through the contract; answers how long each took, in ms. */
export async function fillLibrary(folder: string, count: number): Promise<{ perArticle: number }> {
  // With real time, so that what runs beside the saves (merging, checkpoints) does so here too.
  const { core, client, stop } = await createTestCore({
    folder,
    clock: { ...systemClock, advance: () => {} },
  })
  await core.start()
  const corpus = createCorpus()
  const known = await client.categories.list()
  const categories: CategoryId[] = []
  for (const [index, name] of categoryNames.entries()) {
    const slug = categorySlug(index)
    const category =
      known.find((one) => one.slug === slug) ?? (await client.categories.create({ name, slug }))
    categories.push(category.id)
  }
  const { total } = await client.articles.list({ limit: 1 })
  const started = performance.now()
  for (let index = total; index < count; index++) {
    // Calls within a process never let the event loop turn by themselves.
    await nextTurn()
    await client.articles.create({
      ...corpus.article(index),
      categoryId: categories[index % categories.length] ?? null,
    })
  }
  const perArticle = (performance.now() - started) / Math.max(1, count - total)
  await stop()
  return { perArticle }
}

import { setImmediate as nextTurn, setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { CategoryId } from '#shared/model/ids.ts'
import { databaseFile } from '../../src/main/core/database/open-library.ts'
import { isScattered } from '../../src/main/core/search/segments.ts'
import { systemClock } from '../../src/main/core/system-clock.ts'
import { createTestCore, type TestCore } from '../helpers/create-test-core.ts'
import { createCorpus } from './generate.ts'
import { categoryNames, categorySlug } from './peers/content.ts'

interface Filling {
  /** ms */
  perArticle: number
  /** From the last article until the search index lies as it does in a library that has stood for a while, ms. */
  settling: number
}

/** Brings a library up to `count` generated articles through the contract. */
export async function fillLibrary(folder: string, count: number): Promise<Filling> {
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
  const filled = performance.now()
  const db = new Database(databaseFile(folder), { readonly: true })
  while (await isBusy(client, db)) await setTimeout(500)
  db.close()
  const settling = performance.now() - filled
  await stop()
  return { perArticle, settling }
}

/** An article that was made last is found, and the segments of the index are few. */
async function isBusy(client: TestCore['client'], db: Database.Database): Promise<boolean> {
  await client.search.query({ text: '的' })
  return ['search_text', 'search_characters'].some((table) => isScattered(db, table))
}

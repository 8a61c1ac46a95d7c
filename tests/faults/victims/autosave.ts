import { writeSync } from 'node:fs'
import { createTestCore } from '../../helpers/create-test-core.ts'
import { buildParagraphs } from '../paragraphs.ts'

/** Saves one article as fast as it can, a counter in its body, and acknowledges each save. */
const [folder, from] = process.argv.slice(2)
const { client } = await createTestCore({ folder })
const { items } = await client.articles.list({})
const article = await client.articles.get({ id: items[0]?.id ?? never() })
let baseVersion = article.version
for (let counter = Number(from) + 1; ; counter++) {
  const saved = await client.articles.save({
    id: article.id,
    baseVersion,
    changes: { title: `第${counter}次保存`, doc: buildParagraphs(counter) },
  })
  baseVersion = saved.version
  writeSync(1, `${counter}\n`)
}

function never(): never {
  throw new Error('the library has no article')
}

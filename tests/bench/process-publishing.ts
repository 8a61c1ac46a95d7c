import type { PublishRequest } from '#shared/contract/publishing.ts'
import { createTestCore } from '../helpers/create-test-core.ts'
import { jobSettled, publishAll } from '../helpers/publish-all.ts'
import { timings } from './generate.ts'
import type { PublishingFigures } from './publishing.ts'

/** Publishes a library to a fresh folder, then edit after edit; prints JSON. `edits` 0: the full build alone. */
const [folder, site, edits] = process.argv.slice(2)
if (!folder || !site) throw new Error('which library, and where to?')
const { core, client, stop } = await createTestCore({ folder })
await core.start()

const { targetId } = await publishAll(client, { folder: site })

const values: number[] = []
let mostFiles = 0
const { items } = await client.articles.list({ limit: 500, sort: { by: 'published', direction: 'desc' } })
for (let index = 0; index < Number(edits); index++) {
  const { id } = items[(index * 7) % items.length] ?? items[0] ?? { id: undefined }
  if (!id) throw new Error('the library is empty')
  const article = await client.articles.get({ id })
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: `第${index}次改动。` }] }
  await client.articles.save({
    id,
    baseVersion: article.version,
    changes: {
      title: `${article.title.slice(0, 40)}·改${index}`,
      doc: { type: 'doc', content: [paragraph, ...(article.doc.content ?? [])] },
    },
  })
  const request: PublishRequest = { kind: 'articles', ids: [id] }
  const { confirmation } = await client.publishing.plan({ targetId, request })
  const from = performance.now()
  const { id: jobId } = await client.publishing.publish({ targetId, request, confirmation })
  const settled = await jobSettled(client, jobId)
  values.push(performance.now() - from)
  if (settled.state !== 'succeeded') throw new Error(`${settled.state}: ${settled.error?.detail}`)
  const [deploy] = await client.publishing.deploys({ targetId, limit: 1 })
  mostFiles = Math.max(mostFiles, (deploy?.added ?? 0) + (deploy?.changed ?? 0))
}
await stop()
const figures: PublishingFigures = { edit: timings(values), mostFiles }
console.log(JSON.stringify(figures))

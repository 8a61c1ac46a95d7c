import { writeSync } from 'node:fs'
import { createTestCore } from '../../helpers/create-test-core.ts'
import { publishAll } from '../../helpers/publish-all.ts'

/** Raises the counter in every article and publishes all of them, without end; acknowledges each deploy. */
const [folder, from] = process.argv.slice(2)
const { core, client } = await createTestCore({ folder })
await core.start()
const [target] = await client.targets.list({})
if (!target) throw new Error('the library has no target')
for (let counter = Number(from) + 1; ; counter++) {
  const { items } = await client.articles.list({ limit: 100 })
  for (const { id, version, title } of items) {
    const name = title.split('〔')[0]
    await client.articles.save({ id, baseVersion: version, changes: { title: `${name}〔${counter}〕` } })
  }
  writeSync(1, `publishing ${counter}\n`)
  await publishAll(client, { targetId: target.id })
  writeSync(1, `published ${counter}\n`)
}

import { writeSync } from 'node:fs'
import { createTestCore } from '../../helpers/create-test-core.ts'

/** Imports batches of five files without end and acknowledges each article. */
const [folder, from] = process.argv.slice(2)
const { client } = await createTestCore({ folder })
for (let batch = Number(from); ; batch++) {
  const files = Array.from({ length: 5 }, (_, index) => {
    const name = `批次${batch}文件${index}`
    const body = Array.from({ length: 40 }, (_, line) => `${name}的第${line + 1}段。`).join('\n\n')
    return new File([`# ${name}\n\n${body}\n`], `${name}.md`)
  })
  const { batchId, items } = await client.importing.inspect({ files })
  const progress = await client.importing.commit({
    batchId,
    items: items.map((_, index) => ({ index, related: [] })),
  })
  let seen = 0
  for await (const { created } of progress) {
    for (const id of created.slice(seen)) writeSync(1, `${id}\n`)
    seen = created.length
  }
}

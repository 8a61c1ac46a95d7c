import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { migrations } from '../../src/main/core/database/migrations/index.ts'

const sources = readdirSync(resolve('src/main/core/database/migrations')).filter((name) => /^\d/.test(name))

test('versions ascend in steps of ten, each in a file that is named after it', () => {
  expect(migrations.map(({ version }) => version)).toEqual(
    sources.sort().map((name) => Number.parseInt(name, 10)),
  )
  for (const { version } of migrations) expect(version % 10).toBe(0)
})

test.each(sources)('%s has a test that runs it', (name) => {
  const file = resolve('tests/migrations', name.replace(/\.ts$/, '.test.ts'))
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(`database/migrations/${name}`)
  expect(text).toMatch(/\bmigrate\(/)
})

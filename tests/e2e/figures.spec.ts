import { writeFile } from 'node:fs/promises'
import { publishAll } from '../helpers/publish-all.ts'
import { logLine } from '../main/analytics/log-lines.ts'
import { showArticle } from './article-page.ts'
import { expect, test } from './fixtures.ts'

test('the figures of an article name the days of the site, not those of the machine', async ({
  desk: { page, client },
}, info) => {
  // Its days begin while it is still the day before in Shanghai, where the editor is.
  const timeZone = 'Pacific/Auckland'
  await client.settings.update({ site: { timeZone } })
  const article = await client.articles.create({ title: '海外版' })
  await publishAll(client, { folder: info.outputPath('site') })
  const { path } = await client.publishing.address({ articleId: article.id })
  const now = new Date()
  const log = info.outputPath('access.log')
  const at = now.toISOString().slice(0, 19).replace('T', ' ')
  await writeFile(log, `${logLine({ at, zone: '+0000', path: `/${path}` })}\n`)
  await client.analytics.addSource({ path: log })
  await client.analytics.ingest()

  await showArticle(page, article)
  const chart = page.getByRole('region', { name: '阅读', exact: true }).getByRole('img')
  const day = now.toLocaleDateString('zh-CN', { timeZone, month: 'short', day: 'numeric' })
  await expect(chart.getByTitle(`${day}: 1`, { exact: true })).toBeVisible()
})

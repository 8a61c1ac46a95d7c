import { lastDays } from '#shared/model/calendar-days.ts'
import { systemClock } from '../../core/system-clock.ts'
import { type ExitCode, exitCode } from './cli-error.ts'
import type { Call } from './commands.ts'
import { withCore } from './with-core.ts'

/** The figures of the last days, after reading what the logs have by now. */
export async function stats(call: Call, days: number): Promise<ExitCode> {
  const { terminal } = call
  const { texts } = terminal
  return withCore({ ...call, texts, create: false }, async ({ client }) => {
    const read = await client.analytics.ingest({})
    const { site } = await client.settings.get({})
    const period = lastDays(days, site.timeZone, systemClock.now())
    const overview = await client.analytics.overview({ ...period, granularity: 'day' })
    const { totals, topArticles, categories, referrers } = overview
    const list = (title: string, rows: readonly { name: string; views: number }[], empty: string) =>
      rows.length === 0
        ? []
        : [
            '',
            title,
            ...rows.slice(0, 10).map(({ name, views }) => `${String(views).padStart(8)}  ${name || empty}`),
          ]
    const text = [
      `${period.from} – ${period.to}`,
      `${texts.views}: ${totals.views}  ${texts.visitors}: ${totals.visitors}`,
      ...(totals.readDepth === null ? [] : [`${texts.readDepth}: ${Math.round(totals.readDepth * 100)} %`]),
      ...(totals.readSeconds === null
        ? []
        : [`${texts.readSeconds}: ${Math.round(totals.readSeconds)} ${texts.seconds}`]),
      ...list(
        texts.topArticles,
        topArticles.map(({ title, views }) => ({ name: title, views })),
        '',
      ),
      ...list(texts.categories, categories, texts.uncategorised),
      ...list(texts.referrers, referrers, texts.direct),
    ]
    terminal.result({ ok: true, period, read, ...overview }, text.join('\n'))
    return exitCode.done
  })
}

import { once } from 'node:events'
import { resolve } from 'node:path'
import type { Target } from '#shared/contract/publishing.ts'
import { CliError, type ExitCode, exitCode } from './cli-error.ts'
import type { Call } from './commands.ts'
import type { Texts } from './texts.ts'
import { withCore } from './with-core.ts'

export interface ServeOptions {
  port: number
  target: string | undefined
  to: string | undefined
}

/** Serves until it is interrupted. Schedules and the reading of logs go on meanwhile. */
export async function serve(call: Call, options: ServeOptions): Promise<ExitCode> {
  const { terminal } = call
  const { texts } = terminal
  return withCore({ ...call, texts, create: false }, async ({ core, client, signal }) => {
    const target = choose(await client.targets.list({}), options, texts)
    await core.start()
    const { url, logFile } = await client.server.start({ targetId: target.id, port: options.port })
    terminal.result({ ok: true, url, target: target.name, logFile }, texts.serving(url ?? ''))
    if (!signal.aborted) {
      // A signal's listeners keep no process alive.
      const alive = setInterval(() => {}, 2 ** 30)
      await once(signal, 'abort')
      clearInterval(alive)
    }
    return exitCode.done
  })
}

function choose(targets: readonly Target[], { target, to }: ServeOptions, texts: Texts): Target {
  const folder = to === undefined ? undefined : resolve(to)
  const fitting = targets.filter(
    ({ name, config }) =>
      (target === undefined || name === target) && (folder === undefined || config.folder === folder),
  )
  const names = (list: readonly Target[]) =>
    list.map(({ name, config }) => `${name}: ${config.folder}`).join('; ')
  const [first, second] = fitting
  if (!first) {
    const message = targets.length === 0 ? texts.noTarget : texts.noSuchTarget(names(targets))
    throw new CliError(exitCode.failed, 'no-target', message)
  }
  if (second) throw new CliError(exitCode.usage, 'several-targets', texts.whichTarget(names(fitting)))
  return first
}

import { resolve } from 'node:path'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { Program } from '../common/program.ts'
import { type ConflictChoice, exportBundle, mergeBundle } from './bundle.command.ts'
import { describeFailure, type ExitCode, exitCode } from './cli-error.ts'
import { backup, type Call, check, importFiles, restore } from './commands.ts'
import { type ExportOptions, exportArticles, exportFormats } from './export.command.ts'
import { publish } from './publish.command.ts'
import { serve } from './serve.command.ts'
import { stats } from './stats.command.ts'
import { createTerminal } from './terminal.ts'
import { type Texts, textsFor } from './texts.ts'

interface Common {
  library: string
  json?: boolean
}

/** The whole life of the program, from its arguments to its exit code. */
export async function runCli(program: Program, args: readonly string[]): Promise<void> {
  const texts = textsFor(process.env)
  // Whoever reads may stop before the end, as `head` does; the work goes on.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  let code: ExitCode = exitCode.done
  const run =
    (work: (call: Call) => Promise<ExitCode>) =>
    async ({ library, json = false }: Common) => {
      const terminal = createTerminal(texts, json)
      const folder = resolve(library)
      try {
        code = await work({ program, terminal, library: folder })
      } catch (error) {
        const { exitCode: failed, ...failure } = describeFailure(error, texts, folder)
        code = failed
        if (json) terminal.result({ ok: false, error: failure }, '')
        terminal.note(failure.message)
      }
    }
  try {
    await commandLine(program, texts, run).parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    code = error.exitCode === 0 ? exitCode.done : exitCode.usage
    if (code === exitCode.usage && args.includes('--json')) {
      const failure = { code: 'CLI', reason: 'usage', message: error.message.replace(/^error: /, '') }
      createTerminal(texts, true).result({ ok: false, error: failure }, '')
    }
  }
  process.exitCode = code
}

function commandLine(
  program: Program,
  texts: Texts,
  run: (work: (call: Call) => Promise<ExitCode>) => (common: Common) => Promise<void>,
): Command {
  const titles: Record<string, string> = {
    'Usage:': texts.usage,
    'Options:': texts.options,
    'Commands:': texts.commands,
    'Arguments:': texts.arguments,
  }
  const configure = (command: Command) =>
    command
      .exitOverride()
      .showSuggestionAfterError()
      .helpOption('-h, --help', texts.help)
      .configureHelp({ styleTitle: (title) => titles[title] ?? title })
  const cli = configure(new Command('galley'))
    .description(texts.description)
    .version(program.version, '-V, --version', texts.version)
    .helpCommand(false)
    .addHelpText('after', texts.exitCodes)
  /** Where a variable of a script is not set: a path of nothing would mean the folder it runs in. */
  const path = (text: string) => {
    if (text === '') throw new InvalidArgumentError(texts.emptyPath)
    return text
  }
  const command = (name: string, description: string, parent = cli) =>
    configure(parent.command(name))
      .description(description)
      .requiredOption('--library <folder>', texts.library, path)
      .option('--json', texts.json)
      .addHelpText('after', texts.exitCodes)

  command('import', texts.import)
    .argument('<files...>', texts.importFiles)
    .option('--related', texts.related)
    .action((files: string[], options: Common & { related?: boolean }) =>
      run((call) => importFiles(call, files, options.related ?? false))(options),
    )
  command('export', texts.export)
    .argument('<folder>', texts.exportFolder, path)
    .addOption(new Option('--format <format>', texts.exportFormat).choices(exportFormats).default('markdown'))
    .option('--overwrite', texts.overwrite)
    .action((folder: string, options: Common & { format: ExportOptions['format']; overwrite?: boolean }) =>
      run((call) =>
        exportArticles(call, { folder, format: options.format, overwrite: options.overwrite ?? false }),
      )(options),
    )
  const bundle = configure(cli.command('bundle')).description(texts.bundle).helpCommand(false)
  command('export', texts.bundleExport, bundle)
    .argument('<article>', texts.bundleArticle)
    .option('--to <file>', texts.bundleTo, path)
    .action((article: string, options: Common & { to?: string }) =>
      run((call) => exportBundle(call, article, options.to))(options),
    )
  command('merge', texts.bundleMerge, bundle)
    .argument('<file>', texts.bundleFile, path)
    .addOption(new Option('--choose <side>', texts.bundleChoose).choices(['mine', 'theirs', 'both']))
    .action((file: string, options: Common & { choose?: ConflictChoice }) =>
      run((call) => mergeBundle(call, file, options.choose))(options),
    )
  command('publish', texts.publish)
    .requiredOption('--to <folder>', texts.to, path)
    .option('--all', texts.all)
    .option('--allow-mass-removal', texts.allowMassRemoval)
    .action((options: Common & { to: string; all?: boolean; allowMassRemoval?: boolean }) =>
      run((call) =>
        publish(call, {
          to: options.to,
          all: options.all ?? false,
          allowMassRemoval: options.allowMassRemoval ?? false,
        }),
      )(options),
    )
  command('serve', texts.serve)
    .option('--port <n>', texts.port, wholeNumber(0, 65535), 8080)
    .option('--target <name>', texts.target)
    .option('--to <folder>', texts.serveTo, path)
    .action((options: Common & { port: number; target?: string; to?: string }) =>
      run((call) => serve(call, { port: options.port, target: options.target, to: options.to }))(options),
    )
  command('stats', texts.stats)
    .option('--days <n>', texts.days, wholeNumber(1, 3650), 30)
    .action((options: Common & { days: number }) => run((call) => stats(call, options.days))(options))
  command('check', texts.check).action((options: Common) => run(check)(options))
  command('backup', texts.backup)
    .option('--to <file>', texts.backupTo, path)
    .action((options: Common & { to?: string }) => run((call) => backup(call, options.to))(options))
  command('restore', texts.restore)
    .argument('<archive>', texts.archive, path)
    .action((archive: string, options: Common) => run((call) => restore(call, archive))(options))
  return cli
}

const wholeNumber = (least: number, most: number) => (text: string) => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most)
    throw new InvalidArgumentError(`${least}–${most}`)
  return value
}

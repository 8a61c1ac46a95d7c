import { Liquid, LiquidError, type Template } from 'liquidjs'
import { outputEscape, quicken } from './quicken.ts'
import { ThemeError } from './theme-error.ts'
import { readTheme, type ThemeAsset, type ThemeFiles } from './theme-files.ts'
import { defaultSettings, type ThemeSettings } from './theme-manifest.ts'

/** The templates that a theme must have; `layout` wraps every page, the others in the second row are its parts. */
export const templateNames = [
  ...['article', 'list', 'not-found', 'redirect'],
  ...['layout', 'header', 'footer', 'aside', 'item', 'latest', 'related', 'hot-links'],
] as const
export type TemplateName = (typeof templateNames)[number]

export interface Theme {
  readonly name: string
  readonly hash: string
  readonly settings: ThemeSettings
  readonly assets: readonly ThemeAsset[]
  /** Words of the pages for a language, or the nearest that the theme has. */
  words(language: string): Readonly<Record<string, string>>
  /** @throws ThemeError naming template and line. */
  render(template: TemplateName, scope: object): string
}

// Far above what a page of an honest theme takes, low enough that a hostile one cannot hang or exhaust a thread.
const limits = { parseLimit: 2_000_000, renderLimit: 5_000, memoryLimit: 20_000_000 }

const opened = new WeakMap<ThemeFiles, Theme>()

/** Opens a theme; its templates are parsed once for as long as its files stay as they are. @throws ThemeError */
export function openTheme(themesFolder: string, name: string): Theme {
  const files = readTheme(themesFolder, name)
  const known = opened.get(files)
  if (known) return known
  const theme = createTheme(files)
  opened.set(files, theme)
  return theme
}

function createTheme(files: ThemeFiles): Theme {
  const engine = new Liquid({
    ...limits,
    // Without a prototype: '__proto__' is no template.
    templates: Object.assign(Object.create(null), files.templates) as Record<string, string>,
    cache: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape,
  })
  const fail = (error: unknown): never => {
    throw themeError(files.name, error)
  }
  // What is captured can be put through filters, which must find the text itself.
  const holds = !Object.values(files.templates).some((source) => /\{%-?\s*capture\b/.test(source))
  const parsed = new Map<string, Template[]>()
  for (const [name, source] of Object.entries(files.templates)) {
    try {
      const template = engine.parse(source, name)
      quicken(template, holds)
      parsed.set(name, template)
    } catch (error) {
      fail(error)
    }
  }
  for (const name of templateNames)
    if (!parsed.has(name))
      throw new ThemeError(files.name, 'this template is missing', { file: `templates/${name}.liquid` })

  const theme: Theme = {
    name: files.name,
    hash: files.hash,
    settings: defaultSettings(files.manifest),
    assets: files.assets,
    words: (language) => wordsFor(files, language),
    render(template, scope) {
      try {
        return engine.renderSync(parsed.get(template) as Template[], scope) as string
      } catch (error) {
        return fail(error)
      }
    },
  }
  return theme
}

function themeError(theme: string, error: unknown): Error {
  if (!(error instanceof Error)) return new ThemeError(theme, String(error))
  if (!LiquidError.is(error)) return error
  const { token } = error as LiquidError
  const [line] = token?.getPosition() ?? []
  const file = token?.file ? `templates/${token.file.replace(/^.*\//, '')}.liquid` : undefined
  const problem = error.message.replace(/, (file|line):.*$/s, '')
  return new ThemeError(theme, problem, { ...(file && { file }), ...(line && { line }) })
}

function wordsFor(files: ThemeFiles, language: string): Readonly<Record<string, string>> {
  const primary = language.split('-')[0]?.toLowerCase()
  const tags = [...files.words.keys()]
  const tag =
    tags.find((name) => name.toLowerCase() === language.toLowerCase()) ??
    tags.find((name) => name.toLowerCase().split('-')[0] === primary) ??
    tags.find((name) => name === 'en') ??
    tags[0]
  return (tag && files.words.get(tag)) || {}
}

import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Article } from '#shared/contract/articles.ts'
import { bundleExtension } from '#shared/contract/bundles.ts'
import type { ExportFormat } from '#shared/contract/exporting.ts'
import type { PublishRequest } from '#shared/contract/publishing.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import { client } from '../api/client.ts'
import { type FindQuery, noQuery } from '../editor/find-query.ts'
import { reportError } from '../errors/report-error.ts'
import type { Opening } from '../scenes/article-editor/opening.ts'
import { BundleDialog } from '../scenes/bundles/BundleDialog.tsx'
import { CommandPalette } from '../scenes/command-palette/CommandPalette.tsx'
import { ExportDialog } from '../scenes/exporting/ExportDialog.tsx'
import { WeChatDialog } from '../scenes/exporting/WeChatDialog.tsx'
import { LibraryFind } from '../scenes/finding/LibraryFind.tsx'
import { ImportDialog } from '../scenes/importing/ImportDialog.tsx'
import { PublishDialog } from '../scenes/publishing/PublishDialog.tsx'
import { TemplatesDialog } from '../scenes/templates/TemplatesDialog.tsx'
import { type DeskActions, DeskActionsContext } from './desk-actions.ts'
import { FileDrop } from './FileDrop.tsx'
import { articlePath, scenes } from './routes.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'

/** Mod shortcuts work while typing too. */
const whileTyping: [string[], boolean] = [[], true]

/**
 * What can be done from anywhere in the window, with its keys and its dialogs. Apart from the shell, so that a dialog
 * that opens does not draw the scene under it anew.
 */
export function DeskActionsProvider({ children }: { children: ReactNode }) {
  const [, navigate] = useLocation()
  const [importing, setImporting] = useState<{ files: File[]; begun: number } | null>(null)
  const [bundle, setBundle] = useState<File | null>(null)
  const [publishing, setPublishing] = useState<PublishRequest | null>(null)
  const [finding, setFinding] = useState<{ query: FindQuery; begun: number } | null>(null)
  const [exporting, setExporting] = useState<{ ids: ArticleId[]; format: ExportFormat | null } | null>(null)
  const [weChat, setWeChat] = useState<ArticleId | null>(null)
  const [paletteOpened, palette] = useDisclosure(false)
  const [shortcutsOpened, shortcuts] = useDisclosure(false)
  const [templatesOpened, templates] = useDisclosure(false)

  const openArticle = useCallback(
    (id: ArticleId, state?: Opening) => navigate(articlePath(id), { state }),
    [navigate],
  )
  const beginning = useRef(false)
  /** One at a time: asked again before it has opened, as while there is no core, it would leave empty articles behind. */
  const begin = useCallback(
    (create: () => Promise<Pick<Article, 'id'>>) => {
      if (beginning.current) return
      beginning.current = true
      create()
        .then(({ id }) => openArticle(id), reportError)
        .finally(() => {
          beginning.current = false
        })
    },
    [openArticle],
  )
  const desk = useMemo<DeskActions>(
    () => ({
      newArticle: (content = {}) => begin(() => client.articles.create(content)),
      newFromTemplate: (id) => begin(() => client.templates.use({ id })),
      manageTemplates: templates.open,
      openArticle,
      importFiles: (files = []) => {
        const bundle = files.find(({ name }) => name.toLowerCase().endsWith(bundleExtension))
        setBundle(bundle ?? null)
        setImporting(bundle ? null : { files, begun: Date.now() })
      },
      publish: setPublishing,
      findInLibrary: (query = noQuery) => setFinding({ query, begun: Date.now() }),
      exportArticles: (ids, format) => setExporting({ ids, format: format ?? null }),
      copyForWeChat: setWeChat,
      openPalette: palette.open,
      showShortcuts: shortcuts.open,
    }),
    [begin, openArticle, palette.open, shortcuts.open, templates.open],
  )

  useHotkeys(
    [
      ['mod+K', () => (paletteOpened ? palette.close() : palette.open())],
      ['mod+N', ({ repeat }) => repeat || desk.newArticle()],
      ['mod+O', () => desk.importFiles()],
      ['mod+shift+F', () => desk.findInLibrary()],
      ...scenes.map(({ path }, index): [string, () => void] => [`mod+${index + 1}`, () => navigate(path)]),
    ],
    ...whileTyping,
  )
  useHotkeys([['shift+?', shortcuts.open]])

  return (
    <DeskActionsContext value={desk}>
      {children}
      <FileDrop onFiles={desk.importFiles} />
      {importing && (
        <ImportDialog key={importing.begun} files={importing.files} onClose={() => setImporting(null)} />
      )}
      {finding && <LibraryFind key={finding.begun} start={finding.query} onClose={() => setFinding(null)} />}
      {bundle && <BundleDialog key={bundle.lastModified} file={bundle} onClose={() => setBundle(null)} />}
      {publishing && <PublishDialog request={publishing} onClose={() => setPublishing(null)} />}
      {exporting && <ExportDialog {...exporting} onClose={() => setExporting(null)} />}
      {weChat !== null && <WeChatDialog articleId={weChat} onClose={() => setWeChat(null)} />}
      <CommandPalette opened={paletteOpened} onClose={palette.close} />
      {templatesOpened && <TemplatesDialog onClose={templates.close} />}
      <ShortcutsDialog opened={shortcutsOpened} onClose={shortcuts.close} />
    </DeskActionsContext>
  )
}

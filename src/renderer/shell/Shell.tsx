import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { bundleExtension } from '#shared/contract/bundles.ts'
import type { ExportFormat } from '#shared/contract/exporting.ts'
import type { PublishRequest } from '#shared/contract/publishing.ts'
import { ArticleId } from '#shared/model/ids.ts'
import { client } from '../api/client.ts'
import { useLiveUpdates } from '../api/live-updates.ts'
import { type FindQuery, noQuery } from '../editor/find-query.ts'
import { reportError } from '../errors/report-error.ts'
import { ArticleEditorScene } from '../scenes/article-editor/ArticleEditorScene.tsx'
import { BundleDialog } from '../scenes/bundles/BundleDialog.tsx'
import { CommandPalette } from '../scenes/command-palette/CommandPalette.tsx'
import { ExportDialog } from '../scenes/exporting/ExportDialog.tsx'
import { WeChatDialog } from '../scenes/exporting/WeChatDialog.tsx'
import { LibraryFind } from '../scenes/finding/LibraryFind.tsx'
import { ImportDialog } from '../scenes/importing/ImportDialog.tsx'
import { inPreview } from '../scenes/preview/in-preview.ts'
import { PublishDialog } from '../scenes/publishing/PublishDialog.tsx'
import { TemplatesDialog } from '../scenes/templates/TemplatesDialog.tsx'
import { useWritingModes } from '../ui/use-writing-modes.ts'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { type DeskActions, DeskActionsContext } from './desk-actions.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { FileDrop } from './FileDrop.tsx'
import { Header } from './Header.tsx'
import { NavRail } from './NavRail.tsx'
import { NotFound } from './NotFound.tsx'
import { articlePath, scenes } from './routes.tsx'
import classes from './Shell.module.css'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { useInterfaceSettings } from './use-interface-settings.ts'

/** Mod shortcuts work while typing too. */
const whileTyping: [string[], boolean] = [[], true]

export function Shell() {
  useLiveUpdates()
  useInterfaceSettings()
  const { t } = useTranslation('shell')
  const [location, navigate] = useLocation()
  const [importing, setImporting] = useState<{ files: File[]; begun: number } | null>(null)
  const [bundle, setBundle] = useState<File | null>(null)
  const [publishing, setPublishing] = useState<PublishRequest | null>(null)
  const [finding, setFinding] = useState<{ query: FindQuery; begun: number } | null>(null)
  const [exporting, setExporting] = useState<{ ids: ArticleId[]; format: ExportFormat | null } | null>(null)
  const [weChat, setWeChat] = useState<ArticleId | null>(null)
  const [paletteOpened, palette] = useDisclosure(false)
  const [shortcutsOpened, shortcuts] = useDisclosure(false)
  const [templatesOpened, templates] = useDisclosure(false)
  const { fullScreen } = useWritingModes()
  const bare = fullScreen && location.startsWith('/articles/')

  const openArticle = useCallback((id: ArticleId) => navigate(articlePath(id)), [navigate])
  const desk = useMemo<DeskActions>(
    () => ({
      newArticle: (content = {}) => {
        client.articles.create(content).then(({ id }) => openArticle(id), reportError)
      },
      newFromTemplate: (id) => {
        client.templates.use({ id }).then((article) => openArticle(article.id), reportError)
      },
      manageTemplates: templates.open,
      openArticle,
      previewArticle: (id) => navigate(articlePath(id), { state: inPreview }),
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
    [navigate, openArticle, palette.open, shortcuts.open, templates.open],
  )

  useHotkeys(
    [
      ['mod+K', () => (paletteOpened ? palette.close() : palette.open())],
      ['mod+N', () => desk.newArticle()],
      ['mod+O', () => desk.importFiles()],
      ['mod+shift+F', () => desk.findInLibrary()],
      ...scenes.map(({ path }, index): [string, () => void] => [`mod+${index + 1}`, () => navigate(path)]),
    ],
    ...whileTyping,
  )
  useHotkeys([['shift+?', shortcuts.open]])

  return (
    <DeskActionsContext value={desk}>
      <a className={classes.skip} href="#scene" onClick={focusScene}>
        {t('skipToContent')}
      </a>
      <div className={classes.shell} data-bare={bare || undefined}>
        {!bare && <Header />}
        <ConnectionBanner />
        {!bare && <NavRail />}
        <main className={classes.scene} id="scene" tabIndex={-1}>
          <ErrorBoundary key={location}>
            <Switch>
              <Route path="/">
                <Redirect to="/library" replace />
              </Route>
              {scenes.map(({ path, component }) => (
                <Route key={path} path={path} component={component} />
              ))}
              <Route path="/articles/:id">
                {({ id }) => {
                  const articleId = ArticleId.safeParse(Number(id))
                  return articleId.success ? (
                    <ArticleEditorScene key={articleId.data} articleId={articleId.data} />
                  ) : (
                    <NotFound />
                  )
                }}
              </Route>
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </ErrorBoundary>
        </main>
      </div>
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

/** The hash is the route, so the link may not change it. */
function focusScene(event: React.MouseEvent) {
  event.preventDefault()
  document.getElementById('scene')?.focus()
}

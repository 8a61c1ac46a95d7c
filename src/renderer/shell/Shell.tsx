import { useTranslation } from 'react-i18next'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { ArticleId } from '#shared/model/ids.ts'
import { useLiveUpdates } from '../api/live-updates.ts'
import { ArticleEditorScene } from '../scenes/article-editor/ArticleEditorScene.tsx'
import { useWritingModes } from '../ui/use-writing-modes.ts'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { DeskActionsProvider } from './DeskActionsProvider.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Header } from './Header.tsx'
import { NavRail } from './NavRail.tsx'
import { NotFound } from './NotFound.tsx'
import { scenes } from './routes.tsx'
import classes from './Shell.module.css'
import { useInterfaceSettings } from './use-interface-settings.ts'

export function Shell() {
  useLiveUpdates()
  useInterfaceSettings()
  const { t } = useTranslation('shell')
  const [location] = useLocation()
  const { fullScreen } = useWritingModes()
  const bare = fullScreen && location.startsWith('/articles/')

  return (
    <DeskActionsProvider>
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
    </DeskActionsProvider>
  )
}

/** The hash is the route, so the link may not change it. */
function focusScene(event: React.MouseEvent) {
  event.preventDefault()
  document.getElementById('scene')?.focus()
}

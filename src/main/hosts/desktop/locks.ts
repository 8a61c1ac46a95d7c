import { app, type Session, shell } from 'electron'
import { appOrigin, isOfOrigin, previewOrigin } from './origins.ts'

const external = new Set(['http:', 'https:', 'mailto:'])

/** What a page may not do, whichever page it is: leave, open windows, embed, ask for devices. */
export function lockContents(): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-frame-navigate', (event) => {
      const allowed = event.isMainFrame ? appOrigin : previewOrigin
      if (!isOfOrigin(event.url, allowed)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url, referrer }) => {
      const target = URL.parse(url)
      // Only the interface sends people to their browser; a previewed page does not.
      if (target && external.has(target.protocol) && isOfOrigin(referrer.url || appOrigin, appOrigin))
        void shell.openExternal(target.href)
      return { action: 'deny' }
    })
  })
}

/** Electron grants every permission unless told otherwise. Copying is all that the interface needs. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) => {
    answer(permission === 'clipboard-sanitized-write' && isMainFrame && isOfOrigin(requestingUrl, appOrigin))
  })
  session.setPermissionCheckHandler(
    (_contents, permission, origin) =>
      permission === 'clipboard-sanitized-write' && isOfOrigin(origin, appOrigin),
  )
  session.setDevicePermissionHandler(() => false)
  // Nothing is fetched from elsewhere; what the interface needs is inside.
  session.webRequest.onBeforeRequest((details, answer) => {
    const developing = process.env.ELECTRON_RENDERER_URL
    const { protocol, host } = new URL(details.url)
    const isOwn = ['app:', 'galley-preview:', 'data:', 'blob:', 'devtools:', 'chrome-extension:'].includes(
      protocol,
    )
    answer({ cancel: !isOwn && !(developing && host === new URL(developing).host) })
  })
}

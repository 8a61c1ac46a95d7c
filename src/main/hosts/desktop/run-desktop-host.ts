import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createRouterClient } from '@orpc/server'
import { app, BrowserWindow, dialog, session } from 'electron'
import { type Core, createCore } from '../../core/create-core.ts'
import { defaultLibraryFolder } from '../common/default-library-folder.ts'
import { openLog } from '../common/open-log.ts'
import type { Program } from '../common/program.ts'
import { startProblem } from '../common/start-problem.ts'
import { acceptPorts } from './accept-ports.ts'
import { createElectronPlatform } from './electron-platform.ts'
import { lockContents, lockSession } from './locks.ts'
import { setMenu } from './menu.ts'
import { menuLanguage } from './menu-labels.ts'
import { openWindow } from './open-window.ts'
import { registerSchemes, serveSchemes } from './protocols.ts'

/** The whole life of the desktop program. */
export function runDesktopHost(program: Program): void {
  const libraryFolder = chooseLibrary()
  app.setName('Galley')
  // Another library is another desk, with a lock and a window of its own.
  if (libraryFolder !== defaultLibraryFolder()) app.setPath('userData', join(libraryFolder, 'window'))
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  registerSchemes()
  app.enableSandbox()
  lockContents()

  let window: BrowserWindow | null = null
  const preload = fileURLToPath(new URL('../preload/index.cjs', import.meta.url))
  const show = () => {
    window = openWindow(preload)
    window.once('closed', () => (window = null))
  }

  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })

  const start = async () => {
    await app.whenReady()
    lockSession(session.defaultSession)
    const platform = createElectronPlatform(
      { ...program, libraryFolder, logger: openLog(libraryFolder) },
      () => window,
    )
    const core = await createCore(platform)
    serveSchemes(core.serving, process.env.ELECTRON_RENDERER_URL ?? program.rendererFolder)
    acceptPorts(core.router)
    stopOnQuit(core)
    void followLanguage(core)
    await core.start()
    show()
    app.on('activate', () => {
      if (BrowserWindow.getAllWindows().length === 0) show()
    })
    app.on('window-all-closed', () => {
      if (process.platform !== 'darwin') app.quit()
    })
  }
  start().catch((error: unknown) => {
    dialog.showErrorBox('Galley', startProblem(error, libraryFolder) ?? String(error))
    app.exit(1)
  })
}

function chooseLibrary(): string {
  const { values } = parseArgs({ options: { library: { type: 'string' } }, strict: false })
  const given = typeof values.library === 'string' ? values.library : process.env.GALLEY_LIBRARY
  return given ? resolve(given) : defaultLibraryFolder()
}

/** Quitting waits until running jobs are safe and the library is closed. */
function stopOnQuit(core: Core): void {
  let stopping = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (stopping) return
    stopping = true
    core.stop().then(
      () => app.exit(0),
      () => app.exit(1),
    )
  })
}

/** The menu speaks the interface's language, also after that is changed. */
async function followLanguage(core: Core): Promise<void> {
  const { settings } = createRouterClient({ settings: core.router.settings })
  const show = (setting: 'auto' | 'zh-CN' | 'en') =>
    setMenu(menuLanguage(setting, app.getPreferredSystemLanguages()))
  show((await settings.get()).interface.language)
  for await (const changed of await settings.changed()) show(changed.interface.language)
}

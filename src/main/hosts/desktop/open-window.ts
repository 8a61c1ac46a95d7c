import { join } from 'node:path'
import { app, BrowserWindow, screen } from 'electron'
import { appOrigin } from './origins.ts'
import { fitBounds, readWindowState, writeWindowState } from './window-state.ts'

/** The desk's window, where it was closed last. */
export function openWindow(preload: string): BrowserWindow {
  const stateFile = join(app.getPath('userData'), 'window.json')
  const { bounds, maximized } = readWindowState(stateFile)
  const window = new BrowserWindow({
    ...fitBounds(
      bounds,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Galley',
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    writeWindowState(stateFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  })
  void window.loadURL(`${appOrigin}/`)
  return window
}

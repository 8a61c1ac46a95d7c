import { type BrowserWindow, dialog, Notification, shell } from 'electron'
import type { Platform } from '../../core/platform.ts'
import { systemClock } from '../../core/system-clock.ts'
import { previewBase } from './origins.ts'
import { printToPdf } from './print-to-pdf.ts'

type Given = Pick<Platform, 'version' | 'libraryFolder' | 'resourcesFolder' | 'logger'>

/** The machine as Electron reaches it. `window`: what dialogs belong to, while there is one. */
export const createElectronPlatform = (given: Given, window: () => BrowserWindow | null): Platform => ({
  ...given,
  host: 'desktop',
  mediaBase: '/media/',
  previewBase,
  clock: systemClock,
  dialogs: {
    async pickFolder(title) {
      const parent = window()
      const options: Electron.OpenDialogOptions = { title, properties: ['openDirectory', 'createDirectory'] }
      const { filePaths } = await (parent
        ? dialog.showOpenDialog(parent, options)
        : dialog.showOpenDialog(options))
      return filePaths[0] ?? null
    },
    async pickFile(suggestedName) {
      const parent = window()
      const options: Electron.SaveDialogOptions = { defaultPath: suggestedName }
      const { filePath } = await (parent
        ? dialog.showSaveDialog(parent, options)
        : dialog.showSaveDialog(options))
      return filePath || null
    },
  },
  printToPdf,
  openExternal: (url) => shell.openExternal(url),
  revealFile: async (path) => shell.showItemInFolder(path),
  notify({ title, body }) {
    if (Notification.isSupported()) new Notification({ title, body }).show()
  },
})

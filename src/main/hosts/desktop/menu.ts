import { Menu, type MenuItemConstructorOptions } from 'electron'
import { type MenuLanguage, menuLabels } from './menu-labels.ts'

/** The native menu: what the operating system expects. Galley's own actions are in its window. */
export function setMenu(language: MenuLanguage): void {
  const t = menuLabels[language]
  const isMac = process.platform === 'darwin'
  const appMenu: MenuItemConstructorOptions = {
    label: 'Galley',
    submenu: [
      { role: 'about', label: t.about },
      { type: 'separator' },
      { role: 'hide', label: t.hide },
      { role: 'hideOthers', label: t.hideOthers },
      { role: 'unhide', label: t.unhide },
      { type: 'separator' },
      { role: 'quit', label: t.quit },
    ],
  }
  const file: MenuItemConstructorOptions = {
    label: t.file,
    submenu: [isMac ? { role: 'close', label: t.close } : { role: 'quit', label: t.quit }],
  }
  const edit: MenuItemConstructorOptions = {
    label: t.edit,
    submenu: [
      { role: 'undo', label: t.undo },
      { role: 'redo', label: t.redo },
      { type: 'separator' },
      { role: 'cut', label: t.cut },
      { role: 'copy', label: t.copy },
      { role: 'paste', label: t.paste },
      { role: 'pasteAndMatchStyle', label: t.pastePlain },
      { role: 'selectAll', label: t.selectAll },
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: t.view,
    submenu: [
      { role: 'resetZoom', label: t.actualSize },
      { role: 'zoomIn', label: t.zoomIn },
      { role: 'zoomOut', label: t.zoomOut },
      { type: 'separator' },
      { role: 'togglefullscreen', label: t.fullScreen },
      { role: 'toggleDevTools', label: t.developerTools },
    ],
  }
  const window: MenuItemConstructorOptions = {
    label: t.window,
    role: 'windowMenu',
    submenu: [
      { role: 'minimize', label: t.minimize },
      { role: 'zoom', label: t.zoom },
    ],
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate([...(isMac ? [appMenu] : []), file, edit, view, window]))
}

export type MenuLanguage = keyof typeof menuLabels

const en = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  about: 'About Galley',
  hide: 'Hide Galley',
  hideOthers: 'Hide Others',
  unhide: 'Show All',
  quit: 'Quit Galley',
  close: 'Close Window',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  pastePlain: 'Paste Without Formatting',
  selectAll: 'Select All',
  actualSize: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  fullScreen: 'Full Screen',
  developerTools: 'Developer Tools',
  minimize: 'Minimise',
  zoom: 'Zoom',
}

const zhCN: typeof en = {
  file: '文件',
  edit: '编辑',
  view: '显示',
  window: '窗口',
  about: '关于编辑台',
  hide: '隐藏编辑台',
  hideOthers: '隐藏其他',
  unhide: '全部显示',
  quit: '退出编辑台',
  close: '关闭窗口',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  pastePlain: '粘贴为纯文本',
  selectAll: '全选',
  actualSize: '实际大小',
  zoomIn: '放大',
  zoomOut: '缩小',
  fullScreen: '全屏',
  developerTools: '开发者工具',
  minimize: '最小化',
  zoom: '缩放',
}

export const menuLabels = { en, 'zh-CN': zhCN }

/** The interface's language for the setting and what the system prefers, in that order. */
export function menuLanguage(setting: 'auto' | MenuLanguage, preferred: readonly string[]): MenuLanguage {
  if (setting !== 'auto') return setting
  return preferred[0]?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

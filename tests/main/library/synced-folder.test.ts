import { expect, test } from 'vitest'
import { syncedFolder } from '../../../src/main/core/library/synced-folder.ts'

test.each([
  ['C:\\Users\\li\\OneDrive\\编辑台', 'OneDrive'],
  ['C:\\Users\\li\\OneDrive - 某报社\\desk', 'OneDrive'],
  ['/Users/li/Library/CloudStorage/OneDrive-Personal/desk', 'OneDrive'],
  ['/home/li/Dropbox/desk', 'Dropbox'],
  ['/Users/li/Library/Mobile Documents/com~apple~CloudDocs/desk', 'iCloud Drive'],
  ['C:\\Users\\li\\iCloudDrive\\desk', 'iCloud Drive'],
  ['/Users/li/Library/CloudStorage/GoogleDrive-li@example.com/My Drive/desk', 'Google Drive'],
  ['D:\\Nutstore\\1\\desk', '坚果云'],
  ['/home/li/我的坚果云/desk', '坚果云'],
  ['D:\\BaiduSyncdisk\\desk', '百度网盘'],
  ['/Users/li/百度网盘同步空间/desk', '百度网盘'],
])('%s belongs to %s', (folder, program) => {
  expect(syncedFolder(folder)).toBe(program)
})

test.each(['/home/li/Documents/galley', 'D:\\dropboxes\\desk', '/srv/onedriver/desk', '/data/编辑台'])(
  '%s belongs to none',
  (folder) => {
    expect(syncedFolder(folder)).toBeNull()
  },
)

const programs: readonly (readonly [name: string, segment: RegExp])[] = [
  ['OneDrive', /^onedrive( |-|$)/i],
  ['Dropbox', /^dropbox( |-|$)/i],
  ['iCloud Drive', /^(icloud ?drive|com~apple~clouddocs|mobile documents)$/i],
  ['Google Drive', /^(google ?drive|googledrive-.*)$/i],
  ['坚果云', /^(nutstore|nutstore files|我的坚果云|坚果云)$/i],
  ['百度网盘', /^(baidusyncdisk|baidunetdisk.*|百度网盘.*|百度云同步盘)$/i],
]

/** The cloud-sync program that a folder seems to belong to, by the names on its path; null when none. */
export function syncedFolder(folder: string): string | null {
  const segments = folder.split(/[\\/]/)
  return programs.find(([, pattern]) => segments.some((segment) => pattern.test(segment)))?.[0] ?? null
}

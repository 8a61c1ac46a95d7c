/** Hands a file to whoever sits at the window: a download, or the desktop's dialog. */
export function saveFile(file: File): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  // The download has its own hold of the data by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

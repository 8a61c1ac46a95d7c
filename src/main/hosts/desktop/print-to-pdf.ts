import { BrowserWindow } from 'electron'

/** Prints a page of the preview in a window that is never shown. Its locks are those of every window. */
export async function printToPdf(address: string, signal?: AbortSignal): Promise<Uint8Array | null> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, javascript: true },
  })
  const close = () => window.destroy()
  signal?.addEventListener('abort', close)
  try {
    signal?.throwIfAborted()
    await window.loadURL(address)
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
    })
  } finally {
    signal?.removeEventListener('abort', close)
    close()
  }
}

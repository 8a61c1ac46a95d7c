import { ipcRenderer } from 'electron'

// The page's only way out of its sandbox: one port to the core. The main process checks who sent it.
window.addEventListener('message', (event) => {
  if (event.source !== window || event.data !== 'galley:connect') return
  const [port] = event.ports
  if (port) ipcRenderer.postMessage('galley:connect', null, [port])
})

// The renderer with hot reload; the browser host passes the page's requests on to here.
import react from '@vitejs/plugin-react'
import { createServer } from 'vite'

const port = Number(process.argv[2])
const server = await createServer({
  configFile: false,
  root: 'src/renderer',
  plugins: [react()],
  clearScreen: false,
  logLevel: 'warn',
  server: { host: '127.0.0.1', port, strictPort: true, hmr: { host: '127.0.0.1', port, clientPort: port } },
})
await server.listen()
const end = () => server.close().finally(() => process.exit(0))
process.on('SIGINT', end)
process.on('SIGTERM', end)

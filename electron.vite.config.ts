import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const workers = 'src/main/core/workers'

/** Every file right under src/main is a program of its own; every worker is built to the place start-worker.ts expects. */
const programs = () => [
  ...readdirSync('src/main')
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [name.slice(0, -3), resolve('src/main', name)]),
  ...readdirSync(workers)
    .filter((name) => name.endsWith('.worker.ts'))
    .map((name) => [`workers/${name.slice(0, -3)}`, resolve(workers, name)]),
]

/** Packages that every start of the core needs; native ones and those that are loaded late stay outside. */
const bundled = [
  '@orpc/contract',
  '@orpc/server',
  'commander',
  'linkedom',
  'liquidjs',
  'marked',
  'pinyin-pro',
  'prosemirror-model',
  'prosemirror-transform',
  'sanitize-html',
  'tar',
  'ws',
  'yaml',
  'zod',
]

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node24',
      // Hundreds of small files would be looked for and read one by one at every start.
      externalizeDeps: { exclude: bundled },
      sourcemap: true,
      rolldownOptions: {
        input: Object.fromEntries(programs()),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can require nothing but electron, and must be CommonJS.
      externalizeDeps: false,
      rolldownOptions: {
        input: resolve('src/preload/index.ts'),
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    // The page comes through app://, its hot reload straight from here.
    server: { host: '127.0.0.1', hmr: { host: '127.0.0.1', protocol: 'ws' } },
    build: {
      outDir: 'out/renderer',
      target: 'chrome130',
      // A third of the text to parse at every start.
      minify: true,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: resolve('src/renderer/index.html') },
    },
  },
})

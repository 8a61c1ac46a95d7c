import { join } from 'node:path'
import { build } from 'vite'
import type { DocumentJson } from '#shared/document/document-json.ts'

declare global {
  interface Window {
    openBareTiptap(element: HTMLElement, content: DocumentJson): void
  }
}

/** The script of `pages/bare-tiptap.ts`, bundled as a site would. */
export async function bareTiptapScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'pages/bare-tiptap.ts'), formats: ['iife'], name: 'bare' },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  const chunk = output && 'output' in output ? output.output[0] : undefined
  if (!chunk) throw new Error('vite built nothing')
  return chunk.code
}

import { readFile, stat } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import type { ParseRequest } from '../importing/import-parser.ts'
import type { ParseResult } from '../importing/imported-article.ts'
import { largestSource, parseFile } from '../importing/parse-file.ts'

parentPort?.on('message', async ({ path, fileName, options }: ParseRequest) => {
  let result: ParseResult
  try {
    const tooLarge = (await stat(path)).size > largestSource
    result = tooLarge
      ? { failure: 'too-large', encoding: null }
      : parseFile(await readFile(path), fileName, options)
  } catch {
    result = { failure: 'unreadable', encoding: null }
  }
  parentPort?.postMessage({ result })
})

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { findBrowser } from '../../../../src/main/hosts/browser/find-browser.ts'
import { printToPdf } from '../../../../src/main/hosts/browser/print-to-pdf.ts'

it.runIf(findBrowser())(
  'prints a page with an installed browser, and stops when asked to',
  async () => {
    const server = createServer((request, response) => {
      // One that never ends.
      if (request.url === '/slow')
        return void response.writeHead(200, { 'content-type': 'text/html' }).write('<p>')
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>page')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`
    const pdf = await printToPdf(at('/page'))
    expect(
      Buffer.from(pdf ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    await expect(printToPdf(at('/slow'), AbortSignal.timeout(500))).rejects.toThrow()
    server.closeAllConnections()
    server.close()
  },
  30_000,
)

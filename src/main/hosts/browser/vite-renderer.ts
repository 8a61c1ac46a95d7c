import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { sendText } from './send-served.ts'

/** While developing: the interface comes from a Vite server, with its own rules for scripts. */
export function sendFromVite(vite: string, request: IncomingMessage, response: ServerResponse): void {
  const target = new URL(request.url ?? '/', vite)
  const { cookie: _, ...headers } = request.headers
  const forwarded = httpRequest(target, { headers: { ...headers, host: target.host } }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  forwarded.on('error', () => sendText(response, 502, `No Vite server at ${vite}`))
  forwarded.end()
}

import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { libraryPorts } from '../../../../src/main/hosts/browser/library-ports.ts'
import { readOptions } from '../../../../src/main/hosts/browser/options.ts'
import { startBrowserHost } from '../../../../src/main/hosts/browser/start-browser-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'galley-ports-'))
const libraryFolder = join(folder, 'library')
mkdirSync(libraryFolder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const start = () =>
  startBrowserHost(
    {
      version: '1.2.3',
      resourcesFolder: join(import.meta.dirname, '../../../../resources'),
      rendererFolder: folder,
    },
    { libraryFolder, port: undefined, renderer: undefined, session: undefined },
  )

/** On a connection of its own: one that is kept from before a restart is dead. */
const visit = (address: string, headers: Record<string, string> = {}) =>
  fetch(address, { headers: { ...headers, connection: 'close' } })

/** The cookie of a visit with a ticket. */
async function open(address: string) {
  const answer = await visit(address)
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

test('a library has ports of its own, however its folder is written', () => {
  const ports = libraryPorts(libraryFolder)
  for (const port of ports) expect(port).toSatisfy((value: number) => value >= 49_152 && value <= 65_535)
  symlinkSync(libraryFolder, join(folder, 'link'), 'junction')
  expect(libraryPorts(join(folder, 'link'))).toEqual(ports)
  expect(libraryPorts(join(folder, 'other'))).not.toEqual(ports)
})

test('an asked port counts, 0 is any, nothing is the library’s own', () => {
  const port = (args: string[], env = {}) => {
    const options = readOptions(args, env)
    return options === 'help' ? options : options.port
  }
  expect([port(['--port', '4270']), port(['--port', '0']), port([])]).toEqual([4270, 0, undefined])
  expect(port([], { GALLEY_PORT: '4271' })).toBe(4271)
  expect(() => port(['--port', 'x'])).toThrow('--port')
})

test('the origin stays over a restart, the session does not', async () => {
  const first = await start()
  const cookie = await open(first.issueAddress())
  const session = () => visit(`${first.origin}/session`, { cookie })
  expect((await session()).status).toBe(200)
  const unused = first.issueAddress()
  await first.stop()

  const second = await start()
  try {
    expect(second.origin).toBe(first.origin)
    expect((await session()).status).toBe(403)
    expect((await visit(unused)).status).toBe(403)
    expect(await open(second.issueAddress())).not.toBe(cookie)
  } finally {
    await second.stop()
  }
})

test('a taken port is passed over', async () => {
  const before = await start()
  await before.stop()
  const other = createServer().listen(Number(new URL(before.origin).port), '127.0.0.1')
  await once(other, 'listening')
  try {
    const host = await start()
    expect(host.origin).not.toBe(before.origin)
    expect(libraryPorts(libraryFolder)).toContain(Number(new URL(host.origin).port))
    await host.stop()
  } finally {
    other.close()
    await once(other, 'close')
  }
})

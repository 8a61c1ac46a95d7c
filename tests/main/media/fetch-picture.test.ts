import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { PictureFetch } from '#shared/contract/media.ts'
import { fetchPicture } from '../../../src/main/core/media/fetching/fetch-picture.ts'
import type { FetchRules } from '../../../src/main/core/media/fetching/open-picture.ts'
import { isPublicAddress } from '../../../src/main/core/media/fetching/public-address.ts'
import { createTestCore, type TestCore } from '../../helpers/create-test-core.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

let server: Server
let origin: string
let answer: Answer
let asked: IncomingMessage[]

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})
afterEach(() => {
  asked = []
})
asked = []

const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#369' } })
  .png()
  .toBuffer()
const sends =
  (bytes: Buffer, headers: Record<string, string | number> = {}): Answer =>
  (_request, response) =>
    response.writeHead(200, { 'content-length': bytes.length, ...headers }).end(bytes)

const open: FetchRules = { isAllowed: () => true }

async function fetchAll(url: string, rules: FetchRules & { signal?: AbortSignal } = open) {
  const steps = []
  const picture = fetchPicture(url, rules)
  for (;;) {
    const step = await picture.next()
    if (step.done) return { ...step.value, steps }
    steps.push(step.value)
  }
}

const failure = (reason: string) => expect.objectContaining({ data: expect.objectContaining({ reason }) })

describe('addresses', () => {
  test.each([
    ...['0.0.0.0', '0.1.2.3', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.9.9.9', '169.254.169.254'],
    ...[
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '192.0.0.8',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
    ],
    ...['::', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::7f00:1', '64:ff9b::7f00:1'],
    ...['64:ff9b:1::1', '100::1', 'fc00::1', 'fd12::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1'],
    ...['2001::1', '2001:db8::1', '2002:7f00:1::', 'localhost', ''],
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each(['1.1.1.1', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2400:3200::1'])(
    '%s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )
})

describe('refuses', () => {
  const strict: FetchRules = {}

  test.each([
    'http://127.0.0.1/a.png',
    'http://2130706433/a.png',
    'http://0x7f.1/a.png',
    'http://017700000001/a.png',
    'http://127.1/a.png',
    'http://0/a.png',
    'http://[::1]/a.png',
    'http://[::ffff:7f00:1]/a.png',
    'http://[::ffff:127.0.0.1]/a.png',
    'http://[64:ff9b::7f00:1]/a.png',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost/a.png',
  ])('%s', async (url) => {
    await expect(fetchAll(url, strict)).rejects.toEqual(failure('private-address'))
  })

  test.each([
    'file:///etc/passwd',
    'ftp://e.com/a.png',
    'data:image/png;base64,AA',
    'a.png',
    'http://u:p@e.com/a.png',
  ])('%s', async (url) => {
    await expect(fetchAll(url, strict)).rejects.toEqual(failure('picture-address'))
  })

  test.each([['127.0.0.1'], ['::1'], ['10.0.0.7'], ['::ffff:10.0.0.7'], ['93.184.216.34', '192.168.0.1']])(
    'a name that resolves to %s',
    async (...addresses) => {
      const rules: FetchRules = {
        resolve: (_name, _options, done) =>
          done(
            null,
            addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
          ),
      }
      await expect(fetchAll('http://pictures.example/a.png', rules)).rejects.toEqual(
        failure('private-address'),
      )
    },
  )

  // The first address is the test's server, let in by its port's owner; where it leads to is held to the rule.
  test.each([
    'http://127.0.0.2/',
    'http://[::1]/',
    'http://[::ffff:7f00:2]/',
    'http://2130706434/',
    'http://inside.example/',
  ])('a redirect to %s', async (target) => {
    answer = (_request, response) => response.writeHead(302, { location: target }).end()
    const rules: FetchRules = {
      isAllowed: (address) => address === '127.0.0.1' || isPublicAddress(address),
      resolve: (_name, _options, done) => done(null, [{ address: '10.0.0.9', family: 4 }]),
    }
    await expect(fetchAll(`${origin}/a.png`, rules)).rejects.toEqual(failure('private-address'))
    expect(asked).toHaveLength(1)
  })

  test('a redirect to a file, and one that leads in circles', async () => {
    answer = (_request, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end()
    await expect(fetchAll(origin)).rejects.toEqual(failure('picture-address'))
    answer = (_request, response) => response.writeHead(302, { location: '/again' }).end()
    await expect(fetchAll(origin)).rejects.toEqual(failure('too-many-redirects'))
  })

  test('what is too large, declared or not', async () => {
    answer = (_request, response) =>
      response.writeHead(200, { 'content-length': 60 * 1024 * 1024 }).flushHeaders()
    await expect(fetchAll(origin)).rejects.toEqual(failure('too-large'))
    const block = Buffer.alloc(1024 * 1024)
    answer = (_request, response) => {
      response.writeHead(200)
      const more = () => {
        while (!response.destroyed && response.write(block));
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    }
    await expect(fetchAll(origin)).rejects.toEqual(failure('too-large'))
  })

  test('what is not there, breaks off or cannot be reached', async () => {
    answer = (_request, response) => response.writeHead(404).end('no')
    await expect(fetchAll(origin)).rejects.toEqual(failure('fetch-status'))
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': png.length })
      response.write(png.subarray(0, 20), () => response.destroy())
    }
    await expect(fetchAll(origin)).rejects.toEqual(failure('fetch-unreachable'))
    await expect(fetchAll('http://127.0.0.1:1/a.png')).rejects.toEqual(failure('fetch-unreachable'))
  })
})

test('follows redirects, asks as a reader of WeChat, tells how far it is', async () => {
  answer = (request, response) => {
    if (request.url === '/a') response.writeHead(301, { location: `${origin}/b/%E5%9B%BE.png` }).end()
    else sends(png)(request, response)
  }
  const { bytes, name, steps } = await fetchAll(`${origin}/a`)
  expect(Buffer.from(bytes)).toEqual(png)
  expect(name).toBe('图.png')
  expect(steps[0]).toEqual({ received: 0, total: png.length })
  expect(asked.at(-1)?.headers.referer).toBeUndefined()

  const port = new URL(origin).port
  answer = sends(png)
  await fetchAll(`http://mmbiz.qpic.cn:${port}/mmbiz_png/x/640?wx_fmt=png`, {
    ...open,
    resolve: (_name, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
  })
  expect(asked.at(-1)?.headers.referer).toBe('https://mp.weixin.qq.com/')
})

test('stops when it is told to', async () => {
  const stop = new AbortController()
  answer = (_request, response) => {
    response.writeHead(200, { 'content-length': png.length }).flushHeaders()
    response.once('close', () => server.emit('left'))
  }
  const left = once(server, 'left')
  const picture = fetchPicture(origin, { ...open, signal: stop.signal })
  await picture.next()
  const next = picture.next()
  stop.abort()
  await expect(next).rejects.toThrow(/abort/i)
  await left
})

describe('media.fetch', () => {
  let core: TestCore
  beforeAll(async () => {
    core = await createTestCore({ isAllowedAddress: () => true })
  })
  afterAll(() => core.stop())
  const lastOf = async (url: string) => {
    let last: PictureFetch | undefined
    for await (last of await core.client.media.fetch({ url }));
    return last
  }

  test('stores what it fetched, once by content', async () => {
    answer = sends(png)
    const last = await lastOf(`${origin}/a.png`)
    expect(last?.media).toMatchObject({ fileName: 'a.png', mime: 'image/png', width: 40, height: 30 })
    expect((await lastOf(`${origin}/640`))?.media?.id).toBe(last?.media?.id)
  })

  test('refuses what is no picture, whatever it is called', async () => {
    answer = sends(Buffer.from('<html><script>1</script></html>'), { 'content-type': 'image/png' })
    await expect(lastOf(`${origin}/a.png`)).rejects.toEqual(failure('not-an-image'))
    answer = sends(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="1"/>'))
    await expect(lastOf(`${origin}/a.svg`)).rejects.toEqual(failure('unsupported-image'))
  })

  test('asks for four at a time', async () => {
    let open = 0
    let most = 0
    const waiting: (() => void)[] = []
    answer = (request, response) => {
      most = Math.max(most, ++open)
      waiting.push(() => {
        open--
        sends(png)(request, response)
      })
      if (waiting.length >= 4 || asked.length > 8) for (const send of waiting.splice(0)) send()
    }
    await Promise.all(Array.from({ length: 12 }, (_, index) => lastOf(`${origin}/${index}.png`)))
    expect(most).toBe(4)
  })
})

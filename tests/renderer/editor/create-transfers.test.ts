import { expect, test, vi } from 'vitest'
import type { Media, PictureFetch } from '#shared/contract/media.ts'
import type { MediaId } from '#shared/model/ids.ts'
import { createTransfers } from '../../../src/renderer/editor/transfers/create-transfers.ts'

const media = (id: string): Media => ({
  id: id as MediaId,
  fileName: 'a.png',
  mime: 'image/png',
  bytes: 1,
  width: 1,
  height: 1,
  createdAt: 0,
  alt: '',
  caption: '',
  credit: '',
  description: '',
  animated: false,
  focus: null,
  derivedFrom: null,
  phoneBytes: 1,
  renditions: [],
})

/** Each address waits until it is told to go on. */
function controlled() {
  const doors = new Map<string, PromiseWithResolvers<Media>>()
  const aborted: string[] = []
  const door = (key: string) => {
    const made = Promise.withResolvers<Media>()
    doors.set(key, made)
    return made.promise
  }
  const transfers = createTransfers({
    async *fetch(url, signal): AsyncGenerator<PictureFetch> {
      signal.addEventListener('abort', () => aborted.push(url))
      yield { received: 1, total: 2, media: null }
      yield { received: 2, total: 2, media: await door(url) }
    },
    upload: (file) => door(file.name),
    explain: (error) => String(error),
  })
  const arrived: string[] = []
  transfers.onArrived((key) => arrived.push(key))
  return { transfers, doors, aborted, arrived }
}

const addresses = (count: number) => Array.from({ length: count }, (_, index) => `https://e.com/${index}`)

test('four at a time, the others in order', async () => {
  const { transfers, doors, arrived } = controlled()
  transfers.start(addresses(6))
  await vi.waitFor(() => expect(doors.size).toBe(4))
  expect(transfers.counts()).toEqual({ open: 6, failed: 0, done: 0 })
  expect(transfers.get('https://e.com/5')).toEqual({ phase: 'waiting' })
  doors.get('https://e.com/1')?.resolve(media('1'))
  await vi.waitFor(() => expect(doors.has('https://e.com/4')).toBe(true))
  expect(arrived).toEqual(['https://e.com/1'])
  expect(transfers.counts()).toEqual({ open: 5, failed: 0, done: 1 })
})

test('a failed one stays on the list until it is tried again or dismissed', async () => {
  const { transfers, doors, arrived } = controlled()
  transfers.start(['https://e.com/0'])
  await vi.waitFor(() => expect(doors.size).toBe(1))
  doors.get('https://e.com/0')?.reject('weg')
  await vi.waitFor(() => expect(transfers.get('https://e.com/0')).toEqual({ phase: 'failed', reason: 'weg' }))
  doors.clear()
  transfers.retryFailed()
  await vi.waitFor(() => expect(doors.size).toBe(1))
  doors.get('https://e.com/0')?.resolve(media('0'))
  await vi.waitFor(() => expect(arrived).toEqual(['https://e.com/0']))
  expect(transfers.counts()).toMatchObject({ open: 0, failed: 0 })
})

test('a cancelled one is let go and does not arrive', async () => {
  const { transfers, doors, arrived, aborted } = controlled()
  transfers.start(addresses(5))
  await vi.waitFor(() => expect(doors.size).toBe(4))
  transfers.cancelAll()
  expect(aborted).toHaveLength(4)
  expect(transfers.counts()).toMatchObject({ open: 0, failed: 0 })
  for (const door of doors.values()) door.resolve(media('x'))
  transfers.start(['https://e.com/9'])
  await vi.waitFor(() => expect(doors.has('https://e.com/9')).toBe(true))
  expect(arrived).toEqual([])
})

test('a file is kept until it is stored', async () => {
  const { transfers, doors, arrived } = controlled()
  transfers.store('id', new File(['a'], 'a.png'))
  await vi.waitFor(() => expect(doors.has('a.png')).toBe(true))
  doors.get('a.png')?.reject('voll')
  await vi.waitFor(() => expect(transfers.get('id')?.phase).toBe('failed'))
  expect(transfers.canStart('id')).toBe(true)
  transfers.start(['id'])
  await vi.waitFor(() => expect(transfers.get('id')?.phase).toBe('running'))
  doors.get('a.png')?.resolve(media('id'))
  await vi.waitFor(() => expect(arrived).toEqual(['id']))
  expect(transfers.canStart('id')).toBe(false)
})

test('when the text goes, addresses are left for another time and pasted files still arrive', async () => {
  const { transfers, doors, aborted, arrived } = controlled()
  transfers.start(addresses(3))
  transfers.store('id-1', new File(['1'], 'one.png'))
  transfers.store('id-2', new File(['2'], 'two.png'))
  await vi.waitFor(() => expect(doors.size).toBe(4))
  transfers.leave()
  expect(aborted).toEqual(addresses(3))
  expect(transfers.get('https://e.com/0')).toBeUndefined()
  await vi.waitFor(() => expect(doors.has('two.png')).toBe(true))
  doors.get('one.png')?.resolve(media('id-1'))
  doors.get('two.png')?.resolve(media('id-2'))
  await vi.waitFor(() => expect(arrived).toEqual(['id-1', 'id-2']))
})

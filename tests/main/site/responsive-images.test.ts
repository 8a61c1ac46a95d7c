import { afterEach, beforeEach, expect, it } from 'vitest'
import { drawnPicture, movingGif, pictureFile } from '../../helpers/pictures.ts'
import { renditionsMade } from '../../helpers/renditions-made.ts'
import { changed, doc, openSiteDesk, paragraph, publishedAt, type SiteDesk } from './site-desk.ts'

let desk: SiteDesk
beforeEach(async () => {
  desk = await openSiteDesk()
})
afterEach(() => desk.close())

const page = '2026/07/pictures.html'
const upload = async (seed: number) =>
  desk.client.media.upload({ file: await pictureFile(drawnPicture(seed, 1000, 600).jpeg()) })
const change = async (id: Awaited<ReturnType<SiteDesk['write']>>) => ({
  publish: [await desk.pin(id)],
  withdraw: [],
  now: publishedAt,
})

it('names the forms that exist, sends them, and the page follows when they arrive', async () => {
  const [inBody, asCover] = [await upload(1), await upload(2)]
  const id = await desk.write({
    slug: 'pictures',
    cover: asCover.id,
    publishTime: publishedAt,
    doc: doc({ type: 'image', attrs: { media: inBody.id, alt: '说明', span: 50 } }, paragraph('正文')),
  })
  const other = await desk.write({ slug: 'other', publishTime: publishedAt })
  await desk.publish([id, other])
  const before = desk.keys()
  expect(desk.read(page)).not.toContain('<picture><source')

  await desk.start()
  desk.clock.advance(10_000)
  await renditionsMade(desk.client)
  const files = desk.paths()
  const form = (media: string, width: number, format: string) => `media/${media}-${width}-1.${format}`
  expect(files).toEqual(
    expect.arrayContaining([
      form(inBody.id, 480, 'avif'),
      form(inBody.id, 1000, 'webp'),
      form(asCover.id, 960, 'webp'),
    ]),
  )
  const after = changed(before, desk.keys()).filter((path) => !path.startsWith('media/'))
  expect(after).toContain(page)
  expect(after).toContain('index.html')
  expect(after).not.toContain('2026/07/other.html')
  const html = desk.read(page)
  expect(html).toContain(
    `<figure class="figure-50"><picture><source type="image/avif" srcset="../../${form(inBody.id, 480, 'avif')} 480w, ../../${form(inBody.id, 960, 'avif')} 960w, ../../${form(inBody.id, 1000, 'avif')} 1000w" sizes="(max-width: 760px) 50vw, 360px">`,
  )
  expect(html).toContain(`<img class="cover" src="../../media/${asCover.id}.jpg"`)
  expect(html).toContain(`<source type="image/webp" srcset="../../${form(asCover.id, 480, 'webp')} 480w`)
  expect(desk.read('feed.xml')).not.toContain('srcset')

  // Pending or confirmed, the keys and the bytes are the same; so is the preview.
  expect(changed(desk.keys(), desk.keys(await change(id)))).toEqual([])
  expect(desk.site().article(id).html).toBe(html)
  for (const file of desk
    .site()
    .files()
    .filter(({ kind }) => kind === 'media')) {
    expect(desk.site().respond(file.path)?.contentType, file.path).toMatch(/^image\//)
  }
})

it('leaves animations as they are, and lists keep the focal point of a cover in sight', async () => {
  await desk.start()
  const moving = await desk.client.media.upload({ file: await pictureFile(movingGif(), 'a.gif') })
  const cover = await upload(3)
  await renditionsMade(desk.client)
  const id = await desk.write({
    slug: 'pictures',
    cover: cover.id,
    publishTime: publishedAt,
    doc: doc({ type: 'image', attrs: { media: moving.id, alt: '动图' } }),
  })
  await desk.publish([id])
  expect(desk.read(page)).toContain(`<figure><img src="../../media/${moving.id}.gif" alt="动图"`)
  expect(desk.paths().filter((path) => path.includes(moving.id))).toEqual([`media/${moving.id}.gif`])
  const before = desk.keys()
  await desk.client.media.update({ id: cover.id, changes: { focus: { x: 0.25, y: 0.8 } } })
  expect(changed(before, desk.keys())).toContain('index.html')
  expect(desk.read('index.html')).toContain('style="object-position: 25% 80%"')
})

import { describe, expect, it } from 'vitest'
import { embedFacts, embedRefusal, embedTarget } from '#shared/document/embed/providers.ts'
import { renderDocumentHtml } from '#shared/document/render-html.ts'

const bv = 'BV1xx411c7mD'

describe('an address of a video', () => {
  it.each([
    [`https://www.bilibili.com/video/${bv}/?spm_id_from=333&vd_source=0a`, 'bilibili', bv],
    [`https://m.bilibili.com/video/${bv}?p=1`, 'bilibili', bv],
    [`https://www.bilibili.com/video/${bv}?p=3`, 'bilibili', `${bv}?p=3`],
    ['https://www.bilibili.com/video/av170001', 'bilibili', 'av170001'],
    [`https://player.bilibili.com/player.html?isOutside=true&aid=1&bvid=${bv}&p=2`, 'bilibili', `${bv}?p=2`],
    ['https://player.bilibili.com/player.html?aid=170001&page=1', 'bilibili', 'av170001'],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3s', 'youtube', 'dQw4w9WgXcQ'],
    ['https://youtu.be/dQw4w9WgXcQ?si=x', 'youtube', 'dQw4w9WgXcQ'],
    ['https://m.youtube.com/shorts/dQw4w9WgXcQ', 'youtube', 'dQw4w9WgXcQ'],
    ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', 'youtube', 'dQw4w9WgXcQ'],
    ['https://v.qq.com/x/cover/mzc00200abcdefg/i0042abcdef.html', 'tencent', 'i0042abcdef'],
    ['http://v.qq.com/x/page/i0042abcdef.html', 'tencent', 'i0042abcdef'],
    ['https://m.v.qq.com/play.html?vid=i0042abcdef', 'tencent', 'i0042abcdef'],
  ])('%s', (address, provider, id) => {
    expect(embedTarget(address)).toEqual({ provider, id })
    expect(embedRefusal(address)).toBeNull()
    // The page that the card leads to is an address of the same video.
    expect(embedTarget(embedFacts(provider, id)?.page)).toEqual({ provider, id })
    expect(embedTarget(embedFacts(provider, id)?.player)).toEqual({ provider, id })
  })

  it.each([
    ['', 'noAddress'],
    ['看这个视频', 'noAddress'],
    ['javascript:alert(1)//https://youtu.be/dQw4w9WgXcQ', 'noAddress'],
    ['https://b23.tv/abcdefg', 'shortAddress'],
    ['https://space.bilibili.com/1', 'noVideo'],
    ['https://www.bilibili.com/bangumi/play/ep1', 'noVideo'],
    ['https://v.qq.com/x/cover/mzc00200abcdefg.html', 'noVideo'],
    ['https://evil.example/video/BV1xx411c7mD', 'otherSite'],
    ['https://bilibili.com.evil.example/video/BV1xx411c7mD', 'otherSite'],
    ['https://evilyoutube.com/watch?v=dQw4w9WgXcQ', 'otherSite'],
    ['https://user@www.youtube.com/watch?v=dQw4w9WgXcQ', 'noAddress'],
  ])('refuses %s', (address, reason) => {
    expect(embedTarget(address)).toBeNull()
    expect(embedRefusal(address)).toBe(reason)
  })
})

it.each([
  ['bilibili', 'BV1xx411c7mD"><script>'],
  ['bilibili', 'BV1xx411c7mD?p=1&autoplay=1'],
  ['youtube', '../../../../x'],
  ['tencent', 'i0042abcdef&x=y'],
  ['constructor', 'name'],
  ['vimeo', '1'],
])('a card of %s with the id %s is not rendered', (provider, id) => {
  const doc = { type: 'doc', content: [{ type: 'embed', attrs: { provider, id, title: '' } }] }
  expect(renderDocumentHtml(doc, { mediaUrl: () => null })).toBe('')
})

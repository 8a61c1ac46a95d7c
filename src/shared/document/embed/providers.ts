/** Sites whose videos a page may embed. */
interface Provider {
  name: string
  id: RegExp
  /** The video's id in an address that people copy or a player that pages embed; undefined when it is none. */
  idOf(url: URL): string | null | undefined
  page(id: string): string
  player(id: string): string
}

const lastOf = (url: URL, prefix: string) =>
  url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length).split('/')[0] : undefined

const providers = {
  bilibili: {
    name: '哔哩哔哩',
    id: /^BV[0-9A-Za-z]{10}$/,
    idOf: (url) => {
      if (url.hostname === 'player.bilibili.com') return url.searchParams.get('bvid')
      return /(^|\.)bilibili\.com$/.test(url.hostname) ? lastOf(url, '/video/') : undefined
    },
    page: (id) => `https://www.bilibili.com/video/${id}/`,
    player: (id) => `https://player.bilibili.com/player.html?bvid=${id}&autoplay=1`,
  },
  youtube: {
    name: 'YouTube',
    id: /^[\w-]{11}$/,
    idOf: (url) => {
      if (url.hostname === 'youtu.be') return lastOf(url, '/')
      if (!/(^|\.)youtube(-nocookie)?\.com$/.test(url.hostname)) return undefined
      return url.searchParams.get('v') ?? lastOf(url, '/embed/') ?? lastOf(url, '/shorts/')
    },
    page: (id) => `https://www.youtube.com/watch?v=${id}`,
    player: (id) => `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
  },
  tencent: {
    name: '腾讯视频',
    id: /^[0-9a-z]{11}$/,
    idOf: (url) => {
      if (url.hostname !== 'v.qq.com') return undefined
      return url.searchParams.get('vid') ?? /\/([0-9a-z]{11})\.html$/.exec(url.pathname)?.[1]
    },
    page: (id) => `https://v.qq.com/x/page/${id}.html`,
    player: (id) => `https://v.qq.com/txp/iframe/player.html?vid=${id}&autoplay=true`,
  },
} satisfies Record<string, Provider>

export type EmbedProvider = keyof typeof providers

export interface EmbedTarget {
  provider: EmbedProvider
  id: string
}

/** The video behind an address, or null: anything that is not on the list stays a link. */
export function embedTarget(address: unknown): EmbedTarget | null {
  if (typeof address !== 'string' || !URL.canParse(address.trim())) return null
  const url = new URL(address.trim())
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  for (const [name, provider] of Object.entries(providers)) {
    const id = provider.idOf(url)
    if (id && provider.id.test(id)) return { provider: name as EmbedProvider, id }
  }
  return null
}

/** Null for a provider or an id that is not one. */
export function embedFacts(provider: unknown, id: unknown) {
  if (typeof provider !== 'string' || typeof id !== 'string' || !Object.hasOwn(providers, provider)) return null
  const known = providers[provider as EmbedProvider]
  return known.id.test(id) ? { name: known.name, page: known.page(id), player: known.player(id) } : null
}

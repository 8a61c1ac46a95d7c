interface Address {
  host: string
  path: string
  query: string
}

/** Sites whose videos a page may embed. */
interface Provider {
  name: string
  id: RegExp
  /** The video's id in an address that people copy or a player that pages embed; undefined when it is none. */
  idOf(address: Address): string | undefined
  page(id: string): string
  player(id: string): string
}

const after = ({ path }: Address, prefix: string) =>
  path.startsWith(prefix) ? path.slice(prefix.length).split('/')[0] : undefined
const parameter = ({ query }: Address, name: string) => new RegExp(`[?&]${name}=([^&]+)`).exec(query)?.[1]

const providers = {
  bilibili: {
    name: '哔哩哔哩',
    id: /^BV[0-9A-Za-z]{10}$/,
    idOf: (address) => {
      if (address.host === 'player.bilibili.com') return parameter(address, 'bvid')
      return /(^|\.)bilibili\.com$/.test(address.host) ? after(address, '/video/') : undefined
    },
    page: (id) => `https://www.bilibili.com/video/${id}/`,
    player: (id) => `https://player.bilibili.com/player.html?bvid=${id}&autoplay=1`,
  },
  youtube: {
    name: 'YouTube',
    id: /^[\w-]{11}$/,
    idOf: (address) => {
      if (address.host === 'youtu.be') return after(address, '/')
      if (!/(^|\.)youtube(-nocookie)?\.com$/.test(address.host)) return undefined
      return parameter(address, 'v') ?? after(address, '/embed/') ?? after(address, '/shorts/')
    },
    page: (id) => `https://www.youtube.com/watch?v=${id}`,
    player: (id) => `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
  },
  tencent: {
    name: '腾讯视频',
    id: /^[0-9a-z]{11}$/,
    idOf: (address) => {
      if (address.host !== 'v.qq.com') return undefined
      return parameter(address, 'vid') ?? /\/([0-9a-z]{11})\.html$/.exec(address.path)?.[1]
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
export function embedTarget(written: unknown): EmbedTarget | null {
  const parts =
    typeof written === 'string'
      ? /^https?:\/\/([\w.-]+)(\/[^?#\s]*)?(\?[^#\s]*)?(#\S*)?$/i.exec(written.trim())
      : null
  if (!parts) return null
  const address = { host: (parts[1] ?? '').toLowerCase(), path: parts[2] ?? '/', query: parts[3] ?? '' }
  for (const [name, provider] of Object.entries(providers)) {
    const id = provider.idOf(address)
    if (id && provider.id.test(id)) return { provider: name as EmbedProvider, id }
  }
  return null
}

/** Null for a provider or an id that is not one. */
export function embedFacts(provider: unknown, id: unknown) {
  if (typeof provider !== 'string' || typeof id !== 'string' || !Object.hasOwn(providers, provider))
    return null
  const known = providers[provider as EmbedProvider]
  return known.id.test(id) ? { name: known.name, page: known.page(id), player: known.player(id) } : null
}

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
    // The number of a part of the video belongs to the id, as in its address.
    id: /^(BV[0-9A-Za-z]{10}|av[1-9]\d{0,17})(\?p=[1-9]\d{0,3})?$/,
    idOf: (address) => {
      const isPlayer = address.host === 'player.bilibili.com'
      if (!isPlayer && !/(^|\.)bilibili\.com$/.test(address.host)) return undefined
      const number = parameter(address, 'aid')
      const written = isPlayer
        ? (parameter(address, 'bvid') ?? (number && `av${number}`))
        : after(address, '/video/')
      const video = written?.replace(/^av/i, 'av').replace(/^bv/i, 'BV')
      const part = parameter(address, 'p') ?? parameter(address, 'page')
      return video && part && part !== '1' ? `${video}?p=${part}` : video
    },
    page: (id) => `https://www.bilibili.com/video/${id.replace('?', '/?')}${id.includes('?') ? '' : '/'}`,
    player: (id) => {
      const [video = '', part] = id.split('?')
      const which = video.startsWith('av') ? `aid=${video.slice(2)}` : `bvid=${video}`
      return `https://player.bilibili.com/player.html?isOutside=true&${which}${part ? `&${part}` : ''}&autoplay=1`
    },
  },
  youtube: {
    name: 'YouTube',
    id: /^[\w-]{11}$/,
    idOf: (address) => {
      if (address.host === 'youtu.be') return after(address, '/')
      if (!/(^|\.)youtube(-nocookie)?\.com$/.test(address.host)) return undefined
      const paths = ['/embed/', '/shorts/', '/live/']
      return parameter(address, 'v') ?? paths.map((path) => after(address, path)).find(Boolean)
    },
    page: (id) => `https://www.youtube.com/watch?v=${id}`,
    player: (id) => `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
  },
  tencent: {
    name: '腾讯视频',
    id: /^[0-9a-z]{11}$/,
    idOf: (address) => {
      if (address.host !== 'v.qq.com' && address.host !== 'm.v.qq.com') return undefined
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

function addressOf(written: unknown): Address | null {
  if (typeof written !== 'string') return null
  const parts = /^https?:\/\/([\w.-]+)(\/[^?#\s]*)?(\?[^#\s]*)?(#\S*)?$/i.exec(written.trim())
  return parts && { host: (parts[1] ?? '').toLowerCase(), path: parts[2] ?? '/', query: parts[3] ?? '' }
}

/** The video behind an address, or null: anything that is not on the list stays a link. */
export function embedTarget(written: unknown): EmbedTarget | null {
  const address = addressOf(written)
  if (!address) return null
  for (const [name, provider] of Object.entries(providers)) {
    const id = provider.idOf(address)
    if (id && provider.id.test(id)) return { provider: name as EmbedProvider, id }
  }
  return null
}

export type EmbedRefusal = 'noAddress' | 'shortAddress' | 'noVideo' | 'otherSite'

/** Why an address is no embed. Where a short one leads is known to its site alone, which is not asked. */
export function embedRefusal(written: unknown): EmbedRefusal | null {
  if (embedTarget(written)) return null
  const host = addressOf(written)?.host
  if (host === undefined) return 'noAddress'
  if (/^(b23\.tv|bili\w*\.cn|url\.cn|t\.cn)$/.test(host)) return 'shortAddress'
  return /(^|\.)(bilibili\.com|youtube(-nocookie)?\.com|youtu\.be|v\.qq\.com)$/.test(host)
    ? 'noVideo'
    : 'otherSite'
}

/** Null for a provider or an id that is not one. */
export function embedFacts(provider: unknown, id: unknown) {
  if (typeof provider !== 'string' || typeof id !== 'string' || !Object.hasOwn(providers, provider))
    return null
  const known = providers[provider as EmbedProvider]
  return known.id.test(id) ? { name: known.name, page: known.page(id), player: known.player(id) } : null
}

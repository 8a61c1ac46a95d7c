import type { ArticleContent } from '#shared/contract/articles.ts'
import type { NodeJson } from '#shared/document/document-json.ts'

/** mulberry32: small, seeded, good enough to shuffle words. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Frequent characters first, so that low code points need not be the common ones. */
const frequent =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严'

const connectors = ['DeepSeek', 'GPT', 'AI', 'App', 'SaaS', 'iPhone', '5G', '2025', 'API', 'ROI']

/**
 * A rank from 0 by the law of Zipf and Mandelbrot: frequency falls as 1 / (rank + offset). With these offsets the most
 * frequent character makes up some 3 % of a text and the most frequent word 1 %, as in Chinese writing.
 */
const rank = (size: number, offset: number, draw: () => number): number =>
  Math.min(size - 1, Math.floor(offset * ((size + offset) / offset) ** draw() - offset))

export interface Corpus {
  article(index: number): ArticleContent
  /** Substrings of `length` characters that occur, some common and some rare. */
  queries(length: number, count: number): string[]
}

/**
 * Articles of 1,500 to 2,500 Chinese characters: words drawn with Zipf's law from a made-up lexicon, so that common
 * and rare substrings exist as in real writing. The same seed gives the same articles.
 */
export function createCorpus(seed = 1): Corpus {
  const random = createRandom(seed)
  const characters = [...frequent]
  for (let code = 0x4e00; characters.length < 3000; code += 3) characters.push(String.fromCodePoint(code))
  const lexicon = Array.from({ length: 24_000 }, () => {
    const length = 1 + Math.floor(random() * 2.6)
    return Array.from({ length }, () => characters[rank(characters.length, 8, random)]).join('')
  })

  const sentence = (draw: () => number): string => {
    let text = ''
    const words = 6 + Math.floor(draw() * 14)
    for (let i = 0; i < words; i++) {
      text += lexicon[rank(lexicon.length, 20, draw)]
      if (i % 6 === 5 && i < words - 1) text += ','
      if (draw() < 0.02) text += connectors[Math.floor(draw() * connectors.length)]
    }
    return `${text}。`
  }

  const build = (index: number): ArticleContent => {
    const draw = createRandom(seed * 7_919 + index)
    const target = 1500 + Math.floor(draw() * 1000)
    const content: NodeJson[] = []
    let length = 0
    while (length < target) {
      if (content.length % 5 === 4) {
        const text = sentence(draw).slice(0, 12)
        content.push({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] })
        length += text.length
        continue
      }
      let text = ''
      while (text.length < 120 && length + text.length < target) text += sentence(draw)
      content.push({ type: 'paragraph', content: [{ type: 'text', text }] })
      length += text.length
    }
    let title = ''
    while (title.length < 14) title += lexicon[rank(lexicon.length, 20, draw)]
    return {
      title,
      dek: sentence(draw),
      slug: `wenzhang-${index}`,
      slugIsAutomatic: false,
      categoryId: null,
      tags: [`标签${Math.floor(draw() * 40)}`, `标签${Math.floor(draw() * 40)}`].filter(
        (t, i, all) => all.indexOf(t) === i,
      ),
      byline: `作者${Math.floor(draw() * 25)}`,
      sourceName: '',
      sourceUrl: '',
      cover: null,
      coverAlt: '',
      // One article every ten minutes, going back from mid 2026.
      publishTime: 1_782_000_000_000 - index * 600_000,
      startingViews: Math.floor(draw() * 500),
      doc: { type: 'doc', content },
    }
  }

  return {
    article: build,
    queries(length, count) {
      const draw = createRandom(seed * 31 + length)
      const found = new Set<string>()
      while (found.size < count) {
        const text = textOf(build(Math.floor(draw() * 1000)).doc)
        const runs = text.match(/\p{Script=Han}+/gu)?.filter((run) => run.length >= length) ?? []
        const run = runs[Math.floor(draw() * runs.length)]
        if (!run) continue
        const start = Math.floor(draw() * (run.length - length + 1))
        found.add(run.slice(start, start + length))
      }
      return [...found]
    },
  }
}

const textOf = (node: NodeJson): string => node.text ?? (node.content ?? []).map(textOf).join('\n')

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Runs `work` for each item and answers p50 and p95 / p99 in milliseconds. */
export function timings(values: number[]): { p50: number; p95: number; p99: number } {
  const sorted = [...values].sort((a, b) => a - b)
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), p99: percentile(sorted, 0.99) }
}

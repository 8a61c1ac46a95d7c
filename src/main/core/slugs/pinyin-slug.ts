import { pinyin } from 'pinyin-pro'
import { normalizeSlug } from '#shared/model/slug.ts'

/** A slug in pinyin: Latin words and numbers stay, words with several readings are read in their context. '' where nothing is left. */
export const pinyinSlug = (text: string): string =>
  normalizeSlug(pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(' '))

import type { ListedWord, WordList } from '#shared/contract/checks.ts'

/** Between a spelling and the one that is preferred. */
const arrow = /\s*(?:=>|->|→|\t|，|,)\s*/

/** The words of a text file; `ignored` counts lines that are none. Spellings without a preferred one are none. */
export function wordsOfFile(list: WordList, text: string): { words: ListedWord[]; ignored: number } {
  const words = new Map<string, ListedWord>()
  let ignored = 0
  for (const raw of text.split(/\r\n?|\n/)) {
    const line = raw.replace(/^\ufeff/, '').trim()
    if (line === '' || line.startsWith('#')) continue
    const [word = '', preferred = ''] = list === 'spelling' ? line.split(arrow) : [line]
    if (word === '' || word.length > 100 || (list === 'spelling' && (preferred === '' || preferred === word)))
      ignored++
    else words.set(word, { word, preferred: list === 'spelling' ? preferred : '' })
  }
  return { words: [...words.values()], ignored }
}

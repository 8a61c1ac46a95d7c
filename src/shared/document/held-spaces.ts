import type { NodeJson } from './document-json.ts'

/**
 * Readers of HTML and Markdown join runs of white space and drop it at the edges of lines. Our own files name what would
 * be lost by references, `&#32;`, which other programs show as they would the space. On its way through writers and
 * readers it is held by noncharacters, which Unicode leaves to programs for such use and no reader touches.
 */
const spaces =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'
const firstHeld = 0xfdd0
const held = /[\ufdd0-\ufde8]/g

export const hasHeldSpace = (text: string): boolean => text.search(held) !== -1

const hold = (space: string): string => String.fromCharCode(firstHeld + spaces.indexOf(space))
const release = (text: string): string =>
  text.replace(held, (character) => spaces[character.charCodeAt(0) - firstHeld] ?? '')

function holdText(text: string, before = '', after = ''): string {
  return text.replace(/\s/g, (space, at: number) => {
    const previous = text[at - 1] ?? before
    const next = text[at + 1] ?? after
    const isSafe = previous !== '' && next !== '' && /\p{Zs}/u.test(space)
    return isSafe && !(space === ' ' && previous === ' ') ? space : hold(space)
  })
}

/** The character of a neighbour that a text meets; none at the ends of a line. */
const meets = (neighbour: NodeJson | undefined, at: number): string =>
  !neighbour || neighbour.type === 'hardBreak' ? '' : (neighbour.text?.at(at) ?? '\ufffc')

/** The document with its white space held where it would be lost. */
export function holdSpaces<T extends NodeJson>(node: T): T {
  // Code and formulas keep theirs.
  if (node.type === 'codeBlock') return node
  const attrs = Object.entries(node.attrs ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' && name !== 'latex' ? holdText(value) : value,
  ])
  const content = node.content?.map((child, index, all) =>
    child.text === undefined
      ? holdSpaces(child)
      : { ...child, text: holdText(child.text, meets(all[index - 1], -1), meets(all[index + 1], 0)) },
  )
  return { ...node, ...(node.attrs && { attrs: Object.fromEntries(attrs) }), ...(content && { content }) }
}

/** Ideographic spaces indent paragraphs: before text Markdown keeps them as they are. */
export const releaseIndents = (text: string): string => text.replace(/^\ufde7(?=\u3000*\S)/gm, release)

/** What is held as references, at the end of writing. */
export const writeHeldSpaces = (text: string): string =>
  text.replace(held, (character) => `&#${release(character).charCodeAt(0)};`)

const references = new Map([...spaces].map((space) => [`&#${space.charCodeAt(0)};`, hold(space)]))

/** References held again, before anything reads them. */
export const readHeldSpaces = (html: string): string =>
  html.replace(/&#\d+;/g, (reference) => references.get(reference) ?? reference)

/** The document as it was before `holdSpaces`. */
export const releaseSpaces = <T extends NodeJson>(doc: T): T =>
  JSON.parse(JSON.stringify(doc), (_, value) => (typeof value === 'string' ? release(value) : value))

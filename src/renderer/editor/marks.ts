import { Mark, markInputRule } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Code } from '@tiptap/extension-code'
import { Italic } from '@tiptap/extension-italic'
import { Link } from '@tiptap/extension-link'
import { Strike } from '@tiptap/extension-strike'
import { Underline } from '@tiptap/extension-underline'
import { linkTarget } from '#shared/document/link/link-target.ts'
import { reviewMarks } from './review/review-marks.ts'
import { markFields } from './shared-fields.ts'

// The stock rules ask for white space before the marker, which Chinese text does not have.
const between = (marker: string, inner: string) =>
  new RegExp(
    `(?<!${marker[0] === '*' ? '\\*' : '~'})${marker.replaceAll('*', '\\*')}(?!\\s)(${inner}+)(?<!\\s)${marker.replaceAll('*', '\\*')}$`,
  )

const bold = Bold.extend({
  ...markFields('bold'),
  addInputRules() {
    return [markInputRule({ find: between('**', '[^*]'), type: this.type })]
  },
})

const italic = Italic.extend({
  ...markFields('italic'),
  addInputRules() {
    return [markInputRule({ find: between('*', '[^*]'), type: this.type })]
  },
})

const strike = Strike.extend({
  ...markFields('strike'),
  addInputRules() {
    return [markInputRule({ find: between('~~', '[^~]'), type: this.type })]
  },
})

const code = Code.extend({
  ...markFields('code'),
  addInputRules() {
    return [markInputRule({ find: /(?<!`)`([^`]+)`$/, type: this.type })]
  },
})

const link = Link.extend({
  ...markFields('link'),
  renderHTML: ({ mark }) => ['a', { href: linkTarget(mark.attrs.href) ?? '', rel: 'noopener' }, 0],
}).configure({
  openOnClick: false,
  autolink: true,
  linkOnPaste: true,
  defaultProtocol: 'https',
  isAllowedUri: (url) => linkTarget(url) !== null,
  // Only what is written as an address: `main.py` is not a site in Paraguay.
  shouldAutoLink: (url) => /^https?:\/\//i.test(url),
})

const highlight = Mark.create({
  name: 'highlight',
  ...markFields('highlight'),
  renderHTML: () => ['mark', 0],
  addInputRules() {
    const find = /(?<![=＝])(?:==|＝＝)(?!\s)([^=＝]+)(?<!\s)(?:==|＝＝)$/
    return [markInputRule({ find, type: this.type })]
  },
})
const superscript = Mark.create({
  name: 'superscript',
  ...markFields('superscript'),
  renderHTML: () => ['sup', 0],
})
const subscript = Mark.create({ name: 'subscript', ...markFields('subscript'), renderHTML: () => ['sub', 0] })

/** Outermost first, as in the shared schema. */
export const markExtensions = [
  ...reviewMarks,
  link,
  highlight,
  bold,
  italic,
  Underline.extend(markFields('underline')),
  strike,
  superscript,
  subscript,
  code,
]

import { markInputRule } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Code } from '@tiptap/extension-code'
import { Italic } from '@tiptap/extension-italic'
import { Link } from '@tiptap/extension-link'
import { Strike } from '@tiptap/extension-strike'
import { Underline } from '@tiptap/extension-underline'
import { safeUrl } from '#shared/document/safe-url.ts'
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
  renderHTML: ({ mark }) => ['a', { href: safeUrl(mark.attrs.href) ?? '', rel: 'noopener' }, 0],
}).configure({
  openOnClick: false,
  autolink: true,
  linkOnPaste: true,
  defaultProtocol: 'https',
  isAllowedUri: (url) => safeUrl(url) !== null,
  // Only what is written as an address: `main.py` is not a site in Paraguay.
  shouldAutoLink: (url) => /^https?:\/\//i.test(url),
})

/** Outermost first, as in the shared schema. */
export const markExtensions = [link, bold, italic, Underline.extend(markFields('underline')), strike, code]

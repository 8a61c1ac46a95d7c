import type { Messages } from '../messages.ts'
import type { exporting as master } from '../zh-CN/exporting.ts'

export const exporting: Messages<typeof master> = {
  export: 'Export',
  exportAs: 'Export as {{format}}',
  title_one: 'Export {{count}} article',
  title_other: 'Export {{count}} articles',
  formatLabel: 'Format',
  format: { markdown: 'Markdown', html: 'HTML', docx: 'Word document', pdf: 'PDF' },
  hint: {
    markdown:
      'With front matter; images lie in a media folder beside it, in one archive. Can be imported again in full.',
    html: 'One web page without styles of Galley’s. Can be imported again in full.',
    docx: 'To be edited in Word or WPS: styles, numbering, footnotes and formulas are Word’s own.',
    pdf: 'The page of the site, as it prints.',
  },
  beside: 'Images beside the file',
  besideHint: 'In one zip; otherwise they are inside the page, which is a single file.',
  exporting: 'Exporting…',
  progress: '{{done}} of {{total}}',
  saved: 'Saved to {{path}}',
  downloaded: 'Downloaded {{name}}',
  downloadAgain: 'Download again',
  copyHtml: 'Copy as HTML',
  copied: 'Copied',
  notCopied: 'Not copied',
  notCopiedHint: 'The browser did not allow it. Try once more.',
  print: 'Print…',
  printFrame: 'Page to print',
  weChat: {
    copy: 'Copy for a WeChat account…',
    copyNow: 'Copy',
    title: 'Copy for a WeChat account',
    style: 'Style',
    styles: { plain: 'Plain', press: 'Newspaper', accent: 'Blue' },
    preview: 'As WeChat shows it',
    preparing: 'Preparing…',
    hint: 'Paste it into the editor of the account. Every element carries its styles, images come along; links to other sites do not work in WeChat, so they are listed at the end with the notes.',
    copied: 'Copied. Paste it into the editor of the account',
    warning: {
      'missing-pictures_one': '{{count}} image is not in the library and was left out.',
      'missing-pictures_other': '{{count}} images are not in the library and were left out.',
      embeds_one: '{{count}} video became a link at the end. Insert it in the account’s editor.',
      embeds_other: '{{count}} videos became links at the end. Insert them in the account’s editor.',
    },
  },
}

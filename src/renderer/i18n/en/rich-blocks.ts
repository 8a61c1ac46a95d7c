import type { Messages } from '../messages.ts'
import type { richBlocks as master } from '../zh-CN/rich-blocks.ts'

export const richBlocks: Messages<typeof master> = {
  formula: {
    inline: 'Inline formula',
    block: 'Formula',
    latex: 'LaTeX',
    hint: 'Enter to finish · Shift+Enter for a new line · Esc to cancel',
    wrong: 'Not complete LaTeX, at {{reason}}',
    empty: 'Empty formula',
  },
  note: {
    label: 'Footnote',
    text: 'Text of the footnote',
    bold: 'Bold',
    italic: 'Italic',
    link: 'Link',
    address: 'Address of the link, Enter to set it',
    remove: 'Delete footnote',
    hint: 'Enter to finish',
  },
  video: {
    label: 'Embed a video',
    address: 'Address of the video or embed code',
    insert: 'Embed',
    hint: 'From Bilibili, YouTube or Tencent Video. The page asks nothing of these sites until a reader presses it.',
    title: 'Title of the video',
    open: 'Open video',
    unknown: 'Unknown video',
    noAddress: 'This is no address. Paste the address of a video, beginning with https://.',
    shortAddress:
      'A short address does not say which video it leads to. Open it in a browser and copy the full address from there.',
    noVideo:
      'There is no single video at this address. Open the page that plays the video and copy its address.',
    otherSite: 'Only videos of Bilibili, YouTube and Tencent Video can be embedded. Use a link for others.',
  },
}

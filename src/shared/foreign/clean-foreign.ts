import { repairBlocks } from './blocks.ts'
import { capDepth } from './cap-depth.ts'
import { repairCode } from './code.ts'
import type { ElementLike } from './element-like.ts'
import { emphasise } from './emphasis.ts'
import { cleanGoogleDocs } from './google-docs.ts'
import { headingsBySize } from './headings-by-size.ts'
import { inlineFootnotes } from './inline-footnotes.ts'
import { keepAttributes } from './keep-attributes.ts'
import { cleanLinks, dropAnchors } from './links.ts'
import { repairLists } from './lists.ts'
import { cleanPictures, dropFrames, hoistPictures } from './pictures.ts'
import { cleanSpreadsheet, promoteHeaders } from './spreadsheet.ts'
import { repairTables } from './tables.ts'
import { tidySpacing } from './tidy.ts'
import { cleanWechat } from './wechat.ts'
import { cleanWord } from './word.ts'

/**
 * Makes of a tree of any origin (a page, an office program, a chat) what the document schema reads: structure and
 * emphasis stay, looks and spacing go. The tree has been through a sanitiser before; it is changed in place. What a
 * document of ours writes comes out as it was.
 */
export function cleanForeign(root: ElementLike, { pasted }: { pasted: boolean }): void {
  capDepth(root)
  inlineFootnotes(root)
  cleanWord(root)
  cleanGoogleDocs(root)
  cleanWechat(root)
  cleanSpreadsheet(root)
  dropAnchors(root)
  if (pasted) cleanLinks(root)
  cleanPictures(root)
  dropFrames(root)
  headingsBySize(root)
  emphasise(root)
  promoteHeaders(root)
  repairLists(root)
  repairCode(root)
  repairTables(root)
  repairBlocks(root)
  hoistPictures(root)
  tidySpacing(root)
  keepAttributes(root)
}

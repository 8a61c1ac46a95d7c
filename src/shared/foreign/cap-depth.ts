import { isBlock } from './block-names.ts'
import { childElements, type ElementLike, unwrap } from './element-like.ts'

/** No text that people read is nested deeper; every level costs the editor and the page. */
const deepest = 64
const partsOfTables = /^(td|th|tr|tbody|thead|tfoot)$/

/** Takes away the boxes in boxes below the deepest level; the blocks that hold the text stay. */
export function capDepth(root: ElementLike): void {
  let level = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) {
      for (const element of level) {
        // From the inside out, so that each box meets the blocks that were in its inner ones.
        for (const inner of Array.from(element.querySelectorAll('*')).reverse()) {
          if (!partsOfTables.test(inner.localName) && childElements(inner).some(isBlock)) unwrap(inner)
        }
      }
      return
    }
    level = level.flatMap(childElements)
  }
}

import type { WeChatStyle } from '#shared/contract/exporting.ts'
import { plainText } from '#shared/document/plain-text.ts'
import type { ExportedArticle, ExportSurroundings } from '../exported-article.ts'
import { createReferences } from './references.ts'
import { looks } from './styles.ts'
import { blocksHtml } from './wechat-blocks.ts'
import type { WeChatState } from './wechat-state.ts'

/**
 * The body for the editor of a WeChat account. It takes away classes, ids, style elements, scripts, positions and links
 * to other sites, so every element carries its own styles, pictures are data, and addresses stand at the end.
 */
export function weChatCopy(
  { doc }: ExportedArticle,
  style: WeChatStyle,
  { articleUrl }: Pick<ExportSurroundings, 'articleUrl'>,
  pictures: WeChatState['pictures'],
  formulas: WeChatState['formulas'],
) {
  const look = looks[style]
  const state: WeChatState = {
    look,
    references: createReferences(look),
    pictures,
    formulas,
    articleUrl,
    lost: { 'missing-pictures': 0, embeds: 0, formulas: 0 },
  }
  const body = blocksHtml(doc.content ?? [], state)
  return {
    html: `<section style="${look.body}">${body}${state.references.list()}</section>`,
    text: plainText(doc),
    warnings: (['missing-pictures', 'embeds', 'formulas'] as const).flatMap((reason) =>
      state.lost[reason] > 0 ? [{ reason, count: state.lost[reason] }] : [],
    ),
  }
}

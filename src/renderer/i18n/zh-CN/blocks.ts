/** Blocks and marks beyond the plain ones: their names and what can be done with them. */
export const blocks = {
  table: '表格',
  gallery: '图集',
  callout: '提示框',
  details: '折叠内容',
  pullQuote: '金句',
  footnote: '脚注',
  embed: '视频',
  mathBlock: '公式',
  mathInline: '行内公式',
}

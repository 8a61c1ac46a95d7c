/** Formulas, footnotes, videos and code in the text. */
export const richBlocks = {
  formula: {
    inline: '行内公式',
    block: '公式',
    latex: 'LaTeX',
    hint: 'Enter 完成 · Shift+Enter 换行 · Esc 取消',
    wrong: '不是完整的 LaTeX，位置 {{reason}}',
    empty: '空公式',
  },
  note: {
    label: '脚注',
    text: '脚注内容',
    bold: '加粗',
    italic: '斜体',
    link: '链接',
    address: '链接地址，Enter 确定',
    remove: '删除脚注',
    hint: 'Enter 完成',
  },
  video: {
    label: '嵌入视频',
    address: '视频地址或嵌入代码',
    insert: '嵌入',
    hint: '支持哔哩哔哩、YouTube、腾讯视频。读者点按之前，页面不会访问这些网站。',
    title: '视频标题',
    open: '打开视频',
    unknown: '无法识别的视频',
    noAddress: '这不是网址。请粘贴以 https:// 开头的视频地址。',
    shortAddress: '短链接看不出指向哪个视频。请在浏览器中打开它，再复制地址栏里的完整地址。',
    noVideo: '这个地址里没有单个视频。请打开视频的播放页，再复制它的地址。',
    otherSite: '只能嵌入哔哩哔哩、YouTube 和腾讯视频。其他网站的视频请用链接。',
  },
}

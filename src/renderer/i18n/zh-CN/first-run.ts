export const firstRun = {
  title: '欢迎使用编辑台',
  hint: '这个稿库还是空的。从哪里开始？',
  emptyTitle: '写第一篇稿件',
  emptyHint: '从空白稿库开始。',
  sampleTitle: '载入示例稿库',
  sampleHint: '四个分类、十余篇带封面的稿件，随时可以删除。',
  importTitle: '导入已有文章',
  importHint: '保存的网页、Markdown、HTML 或纯文本；也可以直接拖进窗口。',
  sampleLoaded_other: '已载入 {{count}} 篇示例稿件',
}

import type { Settings } from '#shared/contract/settings.ts'

/** What a new library begins with. */
export const defaultSettings: Settings = {
  site: {
    title: '编辑台示例站',
    tagline: '',
    baseUrl: 'http://127.0.0.1/',
    language: 'zh-CN',
    timeZone: 'Asia/Shanghai',
    copyright: '',
    hotLinks: [
      { label: '百度热点', url: 'https://top.baidu.com/board?tab=realtime' },
      { label: '抖音热榜', url: 'https://www.douyin.com/hot' },
      { label: '新浪微博', url: 'https://s.weibo.com/top/summary' },
      { label: '今日头条', url: 'https://www.toutiao.com/' },
      { label: '腾讯新闻', url: 'https://news.qq.com/' },
      { label: '知乎热搜', url: 'https://www.zhihu.com/hot' },
      { label: '36氪', url: 'https://36kr.com/hot-list/catalog' },
      { label: '雪球网', url: 'https://xueqiu.com/' },
    ],
    pageSize: 20,
    theme: 'default',
  },
  interface: { language: 'auto', colorScheme: 'auto' },
  writing: { quotes: 'curly', dashes: true, fullWidth: true },
  person: { id: '', name: '', colour: 'teal' },
  review: { approvedOnly: false },
  media: { pictureBudget: 200_000, articleBudget: 1_500_000 },
}

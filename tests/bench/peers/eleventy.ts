import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const list = (pages: string, size: number) => `---js
{
  pagination: { data: "${pages}", size: ${size}, alias: "entry" },
  layout: "base.njk",
}
---
`

const files: Record<string, string> = {
  'package.json': '{ "type": "module", "private": true }',
  'eleventy.config.js': `
const chunk = (all, size) => Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, i * size + size))
const taxonomy = (name) => (api) => {
  const groups = new Map()
  for (const post of api.getFilteredByTag("post").reverse())
    for (const term of post.data[name]) groups.set(term, [...(groups.get(term) ?? []), post])
  return [...groups].flatMap(([term, posts]) => chunk(posts, 20).map((items, page) => ({ name, term, page, items })))
}
export default function (config) {
  for (const name of ["categories", "topics", "bylines"]) config.addCollection(name, taxonomy(name))
  const newest = new Map()
  config.addCollection("newest", (api) => api.getFilteredByTag("post").reverse())
  config.addCollection("related", (api) => {
    newest.clear()
    for (const post of api.getFilteredByTag("post").reverse()) {
      const term = post.data.categories[0]
      const known = newest.get(term) ?? []
      if (known.length < 3) newest.set(term, [...known, post])
    }
    return []
  })
  config.addFilter("related", (term) => newest.get(term) ?? [])
  config.addFilter("stamp", (date) => date.toISOString().slice(0, 19).replace("T", " "))
  config.setQuietMode(true)
  return { dir: { input: "content", output: "public", includes: "../includes" } }
}
`,
  'includes/base.njk': `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{{ title }}</title>
<meta name="description" content="{{ description }}"><link rel="canonical" href="https://news.example.com{{ page.url }}">
<meta property="og:title" content="{{ title }}"><meta property="og:type" content="article"></head>
<body><header><a href="/">Bench</a></header><main>{{ content | safe }}</main>
<aside><h2>最新帖子</h2><ul>{% for post in collections.newest.slice(0, 6) %}{% include "item.njk" %}{% endfor %}</ul></aside></body></html>
`,
  'includes/item.njk': `<li><a href="{{ post.url }}">{{ post.data.title }}</a> {{ post.data.categories[0] }} <time>{{ post.date | stamp }}</time> 阅读:{{ post.data.views }}</li>
`,
  'includes/post.njk': `---
layout: base.njk
---
<article><p>{{ categories[0] }}</p><h1>{{ title }}</h1><p>{{ page.date | stamp }} {{ bylines[0] }} 阅读:{{ views }}</p><p>{{ description }}</p>
{{ content | safe }}<ul>{% for topic in topics %}<li>{{ topic }}</li>{% endfor %}</ul></article>
<section><h2>相关文章</h2><ul>{% for post in categories[0] | related %}{% include "item.njk" %}{% endfor %}</ul></section>
`,
  'content/posts/posts.11tydata.js': `
export default {
  layout: "post.njk",
  tags: "post",
  permalink: (data) => "/" + data.page.date.toISOString().slice(0, 7).replace("-", "/") + "/" + data.page.fileSlug + ".html",
}
`,
  'content/home.njk': `${list('collections.newest', 20).replace('layout', 'permalink: ({ pagination }) => pagination.pageNumber ? `/page/${pagination.pageNumber + 1}.html` : "/index.html",\n  layout')}<ul>{% for post in entry %}{% include "item.njk" %}{% endfor %}</ul>
`,
  ...Object.fromEntries(
    ['categories', 'topics', 'bylines'].map((name) => [
      `content/${name}.njk`,
      `${list(`collections.${name}`, 1).replace('layout', `permalink: ({ pagination }) => { const e = pagination.items[0]; return "/${name}/" + encodeURIComponent(e.term) + (e.page ? "/page/" + (e.page + 1) : "/index") + ".html" },\n  layout`)}<h1>{{ entry.term }}</h1><ul>{% for post in entry.items %}{% include "item.njk" %}{% endfor %}</ul>
`,
    ]),
  ),
  'content/feed.njk': `---
permalink: /feed.xml
---
<?xml version="1.0"?><rss version="2.0"><channel><title>Bench</title>{% for post in collections.newest.slice(0, 20) %}<item><title>{{ post.data.title }}</title><link>https://news.example.com{{ post.url }}</link></item>{% endfor %}</channel></rss>
`,
  'content/sitemap.njk': `---
permalink: /sitemap.xml
---
<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{% for post in collections.newest %}<url><loc>https://news.example.com{{ post.url }}</loc></url>{% endfor %}</urlset>
`,
}

/** The same site for Eleventy; `binary` is its command-line program. */
export function writeEleventySite(
  folder: string,
  binary: string,
): { contentFolder: string; command: [string, string[]] } {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return {
    contentFolder: join(folder, 'content/posts'),
    command: [process.execPath, [binary, `--config=${join(folder, 'eleventy.config.js')}`, '--quiet']],
  }
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const files: Record<string, string> = {
  'config.toml': `
baseURL = "https://news.example.com/"
languageCode = "zh-CN"
title = "Bench"
paginate = 20
uglyURLs = true
disableKinds = ["section", "taxonomy"]
ignoreErrors = ["error-disable-taxonomy"]
hasCJKLanguage = true
[permalinks]
  posts = "/:year/:month/:slug"
[taxonomies]
  category = "categories"
  tag = "tags"
  byline = "bylines"
[outputs]
  home = ["HTML", "RSS"]
      term = ["HTML"]
`,
  'layouts/_default/baseof.html': `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}">
<meta property="og:title" content="{{ .Title }}"><meta property="og:type" content="article"></head>
<body><header><a href="/">{{ site.Title }}</a></header><main>{{ block "main" . }}{{ end }}</main>
<aside>{{ partialCached "newest.html" . }}</aside></body></html>
`,
  'layouts/partials/newest.html': `<h2>最新帖子</h2><ul>{{ range first 6 site.RegularPages.ByDate.Reverse }}{{ partial "item.html" . }}{{ end }}</ul>
`,
  'layouts/partials/item.html': `<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ delimit .Params.categories "" }} <time>{{ .Date.Format "2006-01-02 15:04:05" }}</time> 阅读:{{ .Params.views }}</li>
`,
  'layouts/_default/single.html': `{{ define "main" }}<article><p>{{ delimit .Params.categories "" }}</p><h1>{{ .Title }}</h1>
<p>{{ .Date.Format "2006-01-02 15:04:05" }} {{ delimit .Params.bylines "" }} 阅读:{{ .Params.views }}</p><p>{{ .Description }}</p>
{{ .Content }}<ul>{{ range .Params.tags }}<li>{{ . }}</li>{{ end }}</ul></article>
<section><h2>相关文章</h2><ul>{{ $category := index .Params.categories 0 }}{{ range first 3 (index site.Taxonomies.categories (urlize $category)).Pages.ByDate.Reverse }}{{ partial "item.html" . }}{{ end }}</ul></section>{{ end }}
`,
  'layouts/_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range (.Paginate (.Pages.ByDate.Reverse)).Pages }}{{ partial "item.html" . }}{{ end }}</ul>{{ template "_internal/pagination.html" . }}{{ end }}
`,
  'layouts/index.html': `{{ define "main" }}<ul>{{ range (.Paginate (site.RegularPages.ByDate.Reverse)).Pages }}{{ partial "item.html" . }}{{ end }}</ul>{{ template "_internal/pagination.html" . }}{{ end }}
`,
}

/** A site with the same pages as Galley's: articles, paginated home, categories, tags, bylines, feed, sitemap. */
export function writeHugoSite(folder: string): { contentFolder: string; command: [string, string[]] } {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return {
    contentFolder: join(folder, 'content/posts'),
    command: ['hugo', ['--quiet', '--source', folder, '--destination', join(folder, 'public')]],
  }
}

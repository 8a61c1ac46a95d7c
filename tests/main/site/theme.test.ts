import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HeldHtml } from '../../../src/main/core/site/theme/held-html.ts'
import { openTheme } from '../../../src/main/core/site/theme/theme.ts'
import { openSiteDesk, resourcesFolder } from './site-desk.ts'

let themes: string
const folder = () => join(themes, 'default')
beforeEach(() => {
  themes = mkdtempSync(join(tmpdir(), 'galley-themes-'))
  cpSync(join(resourcesFolder, 'themes'), themes, { recursive: true })
})
afterEach(() => rmSync(themes, { recursive: true, force: true }))

const template = (name: string, text: string) =>
  writeFileSync(join(folder(), `templates/${name}.liquid`), text)

describe('a theme', () => {
  it('is read again once it changes, and its hash with it', () => {
    const before = openTheme(themes, 'default')
    expect(openTheme(themes, 'default')).toBe(before)
    template('not-found', 'changed {{ site.title }}')
    const after = openTheme(themes, 'default')
    expect(after.hash).not.toBe(before.hash)
    expect(after.render('not-found', { site: { title: '<&>' } })).toBe('changed &lt;&amp;&gt;')
  })

  it('names the template and the line of a mistake', () => {
    template('article', 'one\ntwo {% if %}\n{% endfor %}')
    expect(() => openTheme(themes, 'default')).toThrow(/templates\/article\.liquid, line \d/)
    template('article', 'one\n\n{{ article.title | no_such_filter }}')
    expect(() => openTheme(themes, 'default').render('article', { article: { title: 'x' } })).toThrow(
      /"default" \(templates\/article\.liquid, line 3\): undefined filter: no_such_filter/,
    )
    rmSync(join(folder(), 'templates/article.liquid'))
    expect(() => openTheme(themes, 'default')).toThrow(/templates\/article\.liquid.*missing/)
  })

  it('says what is wrong with its settings', () => {
    writeFileSync(join(folder(), 'theme.json'), '{"name":"x","galley":1,"settings":{"a":{"type":"colour"}}}')
    expect(() => openTheme(themes, 'default')).toThrow(/theme\.json/)
    writeFileSync(join(folder(), 'theme.json'), '{')
    expect(() => openTheme(themes, 'default')).toThrow(/theme\.json/)
    expect(() => openTheme(themes, 'missing')).toThrow(/there is no theme\.json/)
    expect(() => openTheme(themes, '../default')).toThrow(/not a theme name/)
  })

  it('reads nothing outside its folder', () => {
    writeFileSync(join(themes, 'secret.liquid'), 'SECRET')
    for (const name of [
      '../secret',
      '../../secret.liquid',
      join(themes, 'secret'),
      '/etc/passwd',
      '__proto__',
    ]) {
      template('not-found', `{% include '${name}' %}`)
      expect(() => openTheme(themes, 'default').render('not-found', {}), name).toThrow(/default/)
      template('not-found', `{% render '${name}' %}`)
      expect(() => openTheme(themes, 'default').render('not-found', {}), name).toThrow(/default/)
    }
    rmSync(join(folder(), 'templates/not-found.liquid'))
    symlinkSync(join(themes, 'secret.liquid'), join(folder(), 'templates/not-found.liquid'))
    expect(() => openTheme(themes, 'default')).toThrow(/missing/)
    rmSync(join(folder(), 'assets'), { recursive: true })
    mkdirSync(join(themes, 'elsewhere'))
    writeFileSync(join(themes, 'elsewhere/x.css'), 'a{}')
    symlinkSync(join(themes, 'elsewhere'), join(folder(), 'assets'))
    template('not-found', '')
    rmSync(join(folder(), 'templates/not-found.liquid'))
    template('not-found', 'ok')
    expect(openTheme(themes, 'default').assets).toEqual([])
  })

  it('cannot reach what is not its own, nor run without end', () => {
    template('not-found', '{{ list.constructor }}{{ list.__proto__ }}{{ site.title.constructor }}.')
    expect(openTheme(themes, 'default').render('not-found', { list: [], site: { title: 'x' } })).toBe('.')
    template('not-found', '{% for a in (1..100000000) %}x{% endfor %}')
    expect(() => openTheme(themes, 'default').render('not-found', {})).toThrow(/limit/)
    template('not-found', "{% render 'not-found' %}")
    expect(() => openTheme(themes, 'default').render('not-found', {})).toThrow()
  })

  it('has its words in both languages, and the nearest for others', () => {
    const theme = openTheme(themes, 'default')
    expect(Object.keys(theme.words('en'))).toEqual(Object.keys(theme.words('zh-CN')))
    expect(theme.words('zh-Hant-TW').related).toBe('相关文章')
    expect(theme.words('en-GB').related).toBe('Related articles')
    expect(theme.words('fr').related).toBe('Related articles')
    const used = new Set<string>()
    const templates = join(folder(), 'templates')
    for (const name of readdirSync(templates))
      for (const [, word] of readFileSync(join(templates, name), 'utf8').matchAll(/words\.(\w+)/g))
        used.add(word as string)
    for (const word of used) expect(Object.keys(theme.words('en'))).toContain(word)
  })

  it.each([
    '<p>{{ article.body | raw }}</p>{{ article.body | raw }}',
    '{{ article.body }}|{{ article.body.size }}|{{ article.body | strip_html | truncate: 3 }}|{{ article.body | json }}',
    '{% if article.body == "" %}a{% endif %}{% if article.body contains "乙" %}b{% endif %}{% if article.body %}c{% endif %}',
    '{% assign own = article.body %}{{ own | raw }}{{ own | upcase | raw }}',
    '{% capture own %}{{ article.body | raw }}{% endcapture %}{{ own | strip_html }}{{ own | raw }}',
    '𐀀{{ article.body | raw }}𐀀{{ article.body | strip_html }}',
    'nothing of it',
  ])('finds in a body what a text would be: %s', (source) => {
    template('article', source)
    const theme = openTheme(themes, 'default')
    const html = '<p>甲 &amp; 乙\u0001\u0002𐀀</p>'
    const held = new HeldHtml(Buffer.from(html))
    const page = held.page(theme.render('article', { article: { body: held } }))
    expect(page.toString()).toBe(theme.render('article', { article: { body: html } }))
  })

  it('gives assets addresses that change with their content, in stylesheets too', () => {
    writeFileSync(join(folder(), 'assets/dot.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
    writeFileSync(
      join(folder(), 'assets/more.css'),
      'a { background: url("dot.svg") } b { background: url(other.svg) }',
    )
    const { assets } = openTheme(themes, 'default')
    const dot = assets.find(({ name }) => name === 'dot.svg')
    const css = assets.find(({ name }) => name === 'more.css')
    expect(dot?.path).toMatch(/^assets\/dot\.[0-9a-f]{10}\.svg$/)
    expect(String(css?.content)).toBe(
      `a { background: url("${dot?.path.slice('assets/'.length)}") } b { background: url(other.svg) }`,
    )
  })

  it('that is broken stops a preview with its mistake', async () => {
    const resources = mkdtempSync(join(tmpdir(), 'galley-resources-'))
    cpSync(themes, join(resources, 'themes'), { recursive: true })
    const desk = await openSiteDesk({ resourcesFolder: resources })
    try {
      const id = await desk.write({})
      writeFileSync(join(resources, 'themes/default/templates/article.liquid'), '{{ article.title | nope }}')
      await expect(desk.client.preview.render({ articleId: id })).rejects.toMatchObject({
        code: 'INVALID',
        data: { reason: 'theme', detail: expect.stringContaining('article.liquid, line 1') },
      })
    } finally {
      await desk.close()
      rmSync(resources, { recursive: true, force: true })
    }
  })
})

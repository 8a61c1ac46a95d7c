import { getSchema } from '@tiptap/core'
import { parseHTML } from 'linkedom'
import { DOMParser, type MarkSpec, type NodeSpec, type Schema } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { schema as shared } from '#shared/document/schema.ts'
import { schemaExtensions } from '../../../src/renderer/editor/create-extensions.ts'

const label = () => ''
const editor = getSchema(
  schemaExtensions({
    mediaUrl: (id) => `/media/${id}`,
    labels: {
      placeholder: label,
      taskDone: label,
      rich: label,
      details: { toggle: label, summary: label },
      pullQuote: { attribution: label },
      codeBlock: { language: label, languageHint: label },
      image: { alt: label, altMissing: label, caption: label, missing: label },
    },
  }),
)

const attributes = (attrs: Record<string, { default?: unknown; validate?: unknown }> | null | undefined) =>
  Object.fromEntries(
    Object.entries(attrs ?? {}).map(([name, spec]) => [
      name,
      { required: !('default' in spec), default: spec.default, validate: spec.validate },
    ]),
  )

const rules = (parseDOM: readonly { tag?: string; style?: string; priority?: number }[] | undefined) =>
  (parseDOM ?? []).map(({ tag, style, priority }) => ({ tag, style, priority }))

const nodeFacts = (spec: NodeSpec) => ({
  content: spec.content,
  group: spec.group,
  marks: spec.marks,
  inline: spec.inline ?? false,
  atom: spec.atom ?? false,
  selectable: spec.selectable ?? true,
  draggable: spec.draggable ?? false,
  code: spec.code ?? false,
  defining: spec.defining ?? false,
  isolating: spec.isolating ?? false,
  tableRole: spec.tableRole,
  linebreakReplacement: spec.linebreakReplacement ?? false,
  attrs: attributes(spec.attrs),
  rules: rules(spec.parseDOM),
})

const markFacts = (spec: MarkSpec) => ({
  inclusive: spec.inclusive ?? true,
  excludes: spec.excludes,
  group: spec.group,
  code: spec.code ?? false,
  attrs: attributes(spec.attrs),
  rules: rules(spec.parseDOM),
})

describe('the schema of the editor', () => {
  test('has the nodes of the shared schema', () => {
    expect(Object.keys(editor.nodes).sort()).toEqual(Object.keys(shared.nodes).sort())
    expect(editor.topNodeType.name).toBe('doc')
    expect(editor.topNodeType.contentMatch.defaultType?.name).toBe('paragraph')
  })

  test.each(Object.keys(shared.nodes))('defines %s alike', (name) => {
    expect(nodeFacts(editor.nodes[name]?.spec ?? {})).toEqual(nodeFacts(shared.nodes[name]?.spec ?? {}))
  })

  test('has the marks of the shared schema, nested alike', () => {
    expect(Object.keys(editor.marks)).toEqual(Object.keys(shared.marks))
  })

  test.each(Object.keys(shared.marks))('defines %s alike', (name) => {
    expect(markFacts(editor.marks[name]?.spec ?? {})).toEqual(markFacts(shared.marks[name]?.spec ?? {}))
  })

  test('reads HTML alike', () => {
    const html = `<h1>一</h1><p>甲<b>乙<i>丙</i></b><a href="javascript:alert(1)">丁</a><a href="https://a.cn/">戊</a></p>
      <pre><code class="language-TS">let a
let b</code></pre><ul class="task-list"><li><input type="checkbox" checked><div><p>己</p></div></li></ul>
      <ol start="3"><li>庚</li></ol><figure><img src="https://a.cn/b.png" alt="辛" width="3" height="4"><figcaption>壬</figcaption></figure>
      <hr><blockquote>癸<br>子</blockquote><p><u>丑</u><s>寅</s><code>卯</code></p>
      <figure class="pull-quote"><blockquote><p>辰</p></blockquote><figcaption>巳</figcaption></figure>
      <aside class="callout callout-tip"><p class="align-center">午</p></aside><details open><summary>未</summary><p>申</p></details>
      <table><tr><th>酉</th></tr><tr><td colspan="2"><p>戌</p></td></tr></table><div data-math="x^2"></div>
      <iframe src="https://player.bilibili.com/player.html?bvid=BV1xx411c7mD"></iframe><iframe src="https://a.cn/"></iframe>
      <p>亥<span data-footnote>注</span><mark>子</mark><span data-math="y"></span><sup>2</sup></p>`
    const read = (schema: Schema) => {
      const { document } = parseHTML(`<html><body>${html}</body></html>`)
      return DOMParser.fromSchema(schema).parse(document.body).toJSON()
    }
    expect(read(editor)).toEqual(read(shared))
  })
})

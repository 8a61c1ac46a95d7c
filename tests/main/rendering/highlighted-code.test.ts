import { describe, expect, it } from 'vitest'
import { codeLanguages } from '#shared/document/code-block/languages.ts'
import { highlightedCode } from '../../../src/main/core/rendering/highlighted-code.ts'

const hostile = `</code></pre><script>alert('1')</script><img src=x onerror="alert(1)"> & \${'<b>'} \`<i>\``

describe('highlighted code', () => {
  it('names the words by class', () => {
    expect(highlightedCode('let a = "<b>"', 'ts')).toBe(
      '<span class="hljs-keyword">let</span> a = <span class="hljs-string">&quot;&lt;b&gt;&quot;</span>',
    )
  })

  it.each(Object.keys(codeLanguages))('knows %s, and lets no markup of the code through', (name) => {
    const html = highlightedCode(hostile, name)
    expect(html).not.toBeNull()
    const text = html?.replace(/<span class="[a-z_ -]+">|<\/span>/g, '')
    expect(text).not.toMatch(/[<>]/)
    const entities: Record<string, string> = {
      '&lt;': '<',
      '&gt;': '>',
      '&quot;': '"',
      '&#x27;': "'",
      '&amp;': '&',
    }
    expect(text?.replace(/&[^;]+;/g, (entity) => entities[entity] ?? entity)).toBe(hostile)
  })

  it.each(['ts', 'py', 'c++', 'c#', 'js', 'yml', 'sh', 'docker', 'golang', 'tsx'])(
    'knows the usual name %s',
    (name) => expect(highlightedCode('x', name)).not.toBeNull(),
  )

  it('leaves an unknown language and very long code as they are', () => {
    expect(highlightedCode('x', 'galley')).toBeNull()
    expect(highlightedCode('x', 'constructor')).toBeNull()
    expect(highlightedCode('x'.repeat(200_000), 'js')).toBeNull()
  })
})

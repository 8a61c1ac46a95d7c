import { describe, expect, it } from 'vitest'
import { formula } from '../../../src/main/core/rendering/formula.ts'

describe('a formula', () => {
  it('is MathML alone, in the line or in a block', () => {
    expect(formula('x^2', false)).toBe(
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math>',
    )
    expect(formula('x^2', true)).toContain(' display="block"><mrow>')
  })

  it('has letters of a style as characters, since browsers read no mathvariant', () => {
    const letters = (latex: string) => formula(latex, false)?.replace(/<[^>]+>/g, '')
    expect(letters('\\mathbb{RQz1}')).toBe('ℝℚ𝕫𝟙')
    expect(letters('\\mathbf{aZ9}')).toBe('𝐚𝐙𝟗')
    expect(letters('\\mathcal{LA}')).toBe('ℒ𝒜')
    expect(letters('\\mathfrak{gH}')).toBe('𝔤ℌ')
    expect(letters('\\boldsymbol{\\alpha\\Gamma}')).toBe('𝜶𝚪')
    expect(letters('\\mathtt{a1}\\mathsf{b}')).toBe('𝚊𝟷𝖻')
    expect(letters('\\text{\\textbf{粗 <}}')).toBe('粗\u00a0&lt;')
  })

  it.each([
    '\\frac{1}{',
    '\\unknown',
    '\\def\\a{\\a\\a}\\a',
    '{'.repeat(4000),
    'x'.repeat(6000),
    '}',
    '\\begin{matrix}',
  ])('is none when it is not LaTeX: %.20s', (latex) => {
    expect(formula(latex, true)).toBeNull()
  })

  it.each([
    '\\href{javascript:alert(1)}{x}',
    '\\url{javascript:alert(1)}',
    '\\includegraphics{https://evil.example/x.png}',
    '\\htmlClass{a}{x}',
    '\\htmlId{a}{x}',
    '\\htmlStyle{background:url(//evil.example)}{x}',
    '\\htmlData{a=b}{x}',
    '</math><script>alert(1)</script>',
    '\\text{</annotation></semantics></math><script>alert(1)</script>}',
    '\\text{<img src=x onerror=alert(1)>}',
    '\\color{red" onload="alert(1)}x',
    '\\textcolor{#fff"}{x}',
    '\\unicode{x}<!--',
    '\\char`\\<script>',
    '\\mathbf{<}\\mathbb{"}',
  ])('holds no element or attribute but those of MathML: %s', (latex) => {
    const html = formula(latex, true) ?? ''
    const tags = [...html.matchAll(/<\/?([^\s>]+)([^>]*)>/g)]
    for (const [, name, attributes] of tags) {
      expect(name).toMatch(/^(math|m[a-z]+)$/)
      expect(attributes).not.toMatch(/href|src|style|\bid=|data-|\son/)
    }
    expect(html.replace(/<\/?m[a-z]+( [a-z]+="[^"<>]*")*>/g, '')).not.toMatch(/[<>]/)
  })

  it('has a largest size', () => {
    expect(formula('\\rule{9999em}{9999em}', true)).not.toMatch(/9999/)
  })
})

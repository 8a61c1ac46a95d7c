/** The part of MathJax's packaged components that Galley uses; the package has no types of its own. */
declare module 'mathjax' {
  interface Adaptor<N> {
    firstChild(node: N): N
    getAttribute(node: N, name: string): string | null
    setAttribute(node: N, name: string, value: string): void
    removeAttribute(node: N, name: string): void
    outerHTML(node: N): string
  }
  const MathJax: {
    init(settings: { loader: { load: string[] }; svg: { fontCache: 'none' } }): Promise<void>
    mathml2svgPromise(mathml: string, options: { display: boolean }): Promise<object>
    startup: { adaptor: Adaptor<object> }
  }
  export default MathJax
}

import { parentPort, workerData } from 'node:worker_threads'
import MathJax from 'mathjax'
import type { Drawing, FormulaJob } from '../exporting/wechat/formula-drawings.ts'

/** Draws formulas. A thread of its own: MathJax and its letters take half a second to load. */
if (!parentPort) throw new Error('formulas.worker runs as a worker')
const { formulas } = workerData as FormulaJob

await MathJax.init({
  loader: { load: ['input/mml', 'output/svg'] },
  // Each letter is drawn where it stands: nothing points to a drawing elsewhere by its id.
  svg: { fontCache: 'none' },
})
const { adaptor } = MathJax.startup

/** An SVG element that has its size as styles, and nothing that only MathJax reads. */
async function draw({ mathml, display }: FormulaJob['formulas'][number]): Promise<string | null> {
  const svg = adaptor.firstChild(await MathJax.mathml2svgPromise(mathml, { display }))
  const width = adaptor.getAttribute(svg, 'width')
  const style = `${adaptor.getAttribute(svg, 'style') ?? ''}width:${width};${display ? '' : 'max-width:100%'}`
  for (const name of ['width', 'height', 'role', 'focusable']) adaptor.removeAttribute(svg, name)
  adaptor.setAttribute(svg, 'style', style)
  const html = adaptor.outerHTML(svg)
  return html.includes('data-mjx-error') ? null : html.replace(/ data-[\w-]+="[^"]*"/g, '')
}

const drawings: Drawing[] = []
for (const formula of formulas) drawings.push(await draw(formula).catch(() => null))
parentPort.postMessage(drawings)

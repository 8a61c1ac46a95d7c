import { once } from 'node:events'
import type { NodeJson } from '#shared/document/document-json.ts'
import { formula } from '../../rendering/formula.ts'
import { startWorker } from '../../start-worker.ts'

/** An SVG element; null for what cannot be drawn. */
export type Drawing = string | null

export interface FormulaJob {
  formulas: { mathml: string; display: boolean }[]
}

/** Drawings of formulas by `formulaKey`. */
export type FormulaDrawings = ReadonlyMap<string, Drawing>

export const formulaKey = ({ type, attrs }: NodeJson): string => `${type} ${attrs?.latex ?? ''}`

function formulasOf(node: NodeJson): NodeJson[] {
  if (node.type === 'mathInline' || node.type === 'mathBlock') return [node]
  return (node.content ?? []).flatMap(formulasOf)
}

/** What was drawn for earlier copies: the same article is copied in several styles. */
const drawn = new Map<string, Drawing>()
const mostDrawn = 2_000

/** @returns none where MathJax cannot be loaded: the copy is worth having without. */
async function drawInThread(formulas: FormulaJob['formulas']): Promise<Drawing[]> {
  const worker = startWorker('formulas', { workerData: { formulas } satisfies FormulaJob })
  try {
    const [drawings] = await once(worker, 'message')
    return drawings
  } catch {
    return []
  } finally {
    await worker.terminate()
  }
}

/** The formulas of a document as drawings: an account's editor takes no MathML. */
export async function formulaDrawings(doc: NodeJson): Promise<FormulaDrawings> {
  const formulas = new Map(formulasOf(doc).map((node) => [formulaKey(node), node]))
  if (drawn.size > mostDrawn) drawn.clear()
  const job = new Map<string, FormulaJob['formulas'][number]>()
  for (const [key, { type, attrs }] of formulas) {
    const display = type === 'mathBlock'
    const mathml = drawn.has(key) ? null : formula(String(attrs?.latex ?? ''), display)
    if (mathml !== null) job.set(key, { mathml, display })
  }
  if (job.size > 0) {
    const drawings = await drawInThread([...job.values()])
    for (const [index, key] of [...job.keys()].entries()) {
      const drawing = drawings[index]
      if (drawing !== undefined) drawn.set(key, drawing)
    }
  }
  return new Map([...formulas.keys()].map((key) => [key, drawn.get(key) ?? null]))
}

import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { type Decide, resolveSuggestions } from '#shared/document/suggestion/resolve-suggestions.ts'
import { untracked } from './suggestion-mode.ts'

/** Accepts or rejects suggestions, as one step of undo that touches no more than what they are in. */
export function resolveInText(view: EditorView, decide: Decide): void {
  const { doc, schema, tr } = view.state
  const json = doc.toJSON() as DocumentJson
  const resolved = resolveSuggestions(json, decide)
  if (resolved === json) return
  const known = new Map((json.content ?? []).map((child, index) => [child, doc.child(index)]))
  const children = (resolved.content ?? []).map((child) => known.get(child) ?? schema.nodeFromJSON(child))
  const next: Node = schema.topNodeType.create(doc.attrs, children)
  next.check()
  const start = doc.content.findDiffStart(next.content)
  const end = doc.content.findDiffEnd(next.content)
  if (start === null || !end) return
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap))
  view.dispatch(tr.setMeta(untracked, true).setMeta('preventAutolink', true))
}

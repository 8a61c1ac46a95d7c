import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { afterBlock } from './after-block.ts'

interface Options {
  view: EditorView
  getPos: () => number | undefined
  /** The node as it is now. */
  node: () => Node
  /** The attribute that is edited. */
  name: string
  label: string
  className: string
}

/** A line of text that belongs to a block: written into one of its attributes, once a composition has ended. */
export function blockField({ view, getPos, node, name, label, className }: Options) {
  const input = document.createElement('input')
  input.className = className
  input.placeholder = label
  input.setAttribute('aria-label', label)
  const write = () => {
    const position = getPos()
    if (position === undefined || input.value === node().attrs[name]) return
    const caret = input.selectionStart
    const { parent } = view.state.doc.resolve(position)
    view.dispatch(view.state.tr.setNodeAttribute(position, name, input.value))
    // A gallery is suggested as a whole: the one before the change comes first, and is not to be written into.
    if (!input.isConnected) goOnIn([position, position + parent.nodeSize], caret)
  }
  /** A block that becomes a suggestion is drawn anew, with a field of its own. */
  const goOnIn = (places: number[], caret: number | null) => {
    const { doc } = view.state
    const position = places.find(
      (place) => place < doc.content.size && doc.nodeAt(place)?.attrs[name] === input.value,
    )
    if (position === undefined) return
    const block = view.nodeDOM(position)
    const field = block instanceof Element ? block.querySelector(`input.${className}`) : null
    if (!(field instanceof HTMLInputElement)) return
    field.focus()
    field.setSelectionRange(caret, caret)
  }
  let composing = false
  input.addEventListener('compositionstart', () => {
    composing = true
  })
  input.addEventListener('compositionend', () => {
    composing = false
    // Not within the event: those around the field would not be told of it once the block is drawn anew.
    setTimeout(() => {
      if (!composing) write()
    })
  })
  input.addEventListener('input', () => {
    if (!composing) write()
  })
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    const position = getPos()
    if (position === undefined) return
    view.dispatch(afterBlock(view.state.tr, position + node().nodeSize).scrollIntoView())
    view.focus()
  })
  return {
    input,
    /** Shows the attribute as it is. */
    fill() {
      const value = String(node().attrs[name])
      if (input.value !== value) input.value = value
    },
  }
}

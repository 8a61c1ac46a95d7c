import { toggleMark } from '@tiptap/pm/commands'
import type { Mark, MarkType } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import type { BlockText } from '../block-text.ts'
import { linkAddress } from '../link-address.ts'

/** Marks, the address of a link, and the removal of the note, below its text. */
export function noteTools(view: EditorView, text: BlockText, remove: () => void) {
  const { schema } = view.state
  const { bold, italic, link } = schema.marks
  const dom = document.createElement('div')
  dom.className = 'node-editor-tools'

  const isActive = (type: MarkType) => {
    const { from, to, empty, $from } = view.state.selection
    if (!empty) return view.state.doc.rangeHasMark(from, to, type)
    return type.isInSet(view.state.storedMarks ?? $from.marks()) !== undefined
  }
  const marks: [HTMLButtonElement, MarkType][] = []
  const button = (label: string, name: string, run: () => void) => {
    const element = document.createElement('button')
    element.type = 'button'
    element.textContent = label
    element.title = name
    element.setAttribute('aria-label', name)
    // The selection stays where it is.
    element.addEventListener('mousedown', (event) => event.preventDefault())
    element.addEventListener('click', run)
    dom.append(element)
    return element
  }
  const markButton = (label: string, name: string, type: MarkType | undefined) => {
    if (!type) return
    const element = button(label, name, () => toggle(type))
    element.classList.add(`is-${type.name}`)
    marks.push([element, type])
  }
  const toggle = (type: MarkType) => {
    toggleMark(type)(view.state, view.dispatch)
    view.focus()
  }

  const field = document.createElement('input')
  field.placeholder = 'https://'
  field.setAttribute('aria-label', text('note.address'))
  field.hidden = true
  const askAddress = () => {
    const { $from } = view.state.selection
    const present = link?.isInSet($from.marks()) ?? link?.isInSet($from.nodeAfter?.marks ?? [])
    field.value = present?.attrs.href ?? ''
    field.hidden = false
    field.focus()
  }
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter' && !setLink(field.value.trim()))
      return field.setAttribute('aria-invalid', 'true')
    field.hidden = true
    field.removeAttribute('aria-invalid')
    view.focus()
  })

  /** Links the selection, or writes the address itself; '' takes the link away. False for what is no address. */
  const setLink = (written: string): boolean => {
    if (!link) return false
    const { tr, selection } = view.state
    const { from, to } = selection.empty ? linkAround(view, link) : selection
    if (written === '') {
      view.dispatch(tr.removeMark(from, to, link))
      return true
    }
    const href = linkAddress(written)
    if (!href) return false
    const mark = link.create({ href })
    if (from === to)
      view.dispatch(tr.replaceSelectionWith(schema.text(href, [mark]), false).removeStoredMark(link))
    else view.dispatch(tr.removeMark(from, to, link).addMark(from, to, mark))
    return true
  }

  markButton('B', text('note.bold'), bold)
  markButton('I', text('note.italic'), italic)
  if (link) marks.push([button(text('note.link'), text('note.link'), askAddress), link])
  dom.append(field)
  const hint = document.createElement('span')
  hint.className = 'node-editor-hint'
  hint.textContent = text('note.hint')
  dom.append(hint)
  button(text('note.remove'), text('note.remove'), remove)

  return {
    dom,
    refresh() {
      for (const [element, type] of marks) element.setAttribute('aria-pressed', String(isActive(type)))
    },
    key(event: KeyboardEvent): boolean {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return false
      const name = event.key.toLowerCase()
      // The article's own shortcuts for the same stay out of it.
      if (name === 'k' && event.shiftKey) askAddress()
      else if (name === 'b' && !event.shiftKey && bold) toggle(bold)
      else if (name === 'i' && !event.shiftKey && italic) toggle(italic)
      else return false
      event.stopPropagation()
      return true
    },
    /** A note is one line of text; an address alone becomes a link. */
    paste(plain: string): boolean {
      const line = plain.replace(/\s*\n\s*/g, ' ').trim()
      if (line === '') return false
      const href = /^https?:\/\/\S+$/i.test(line) ? linkAddress(line) : null
      const marksHere: readonly Mark[] = href && link ? [link.create({ href })] : []
      const { tr, selection } = view.state
      if (href && link && !selection.empty)
        view.dispatch(tr.addMark(selection.from, selection.to, link.create({ href })))
      else if (href) view.dispatch(tr.replaceSelectionWith(schema.text(line, marksHere), false))
      else view.dispatch(tr.insertText(line))
      return true
    },
  }
}

/** The whole link that the caret is in. */
function linkAround({ state }: EditorView, link: MarkType) {
  const { $from, from } = state.selection
  let range = { from, to: from }
  state.doc.forEach((child, offset) => {
    const end = offset + child.nodeSize
    if (link.isInSet(child.marks) && offset <= $from.parentOffset && end >= $from.parentOffset)
      range = { from: offset, to: end }
  })
  return range
}

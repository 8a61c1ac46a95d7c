import { showFormula } from '../formulas.ts'
import { insertBlock } from '../insert-block.ts'
import type { CreateNodeEditor } from './node-editor.ts'

/** LaTeX with the formula below it, as it is written. */
export const createFormulaEditor =
  (name: 'mathInline' | 'mathBlock'): CreateNodeEditor =>
  ({ view, text, node, position, leave, cancel }) => {
    const display = name === 'mathBlock'
    const dom = document.createElement('div')
    dom.className = 'formula-editor'
    const field = document.createElement('textarea')
    field.rows = display ? 2 : 1
    field.spellcheck = false
    field.placeholder = display ? '\\int_0^1 x^2 \\,dx' : 'e^{i\\pi} + 1 = 0'
    field.setAttribute('aria-label', text('formula.latex'))
    field.value = node?.attrs.latex ?? selectedText()
    const drawn = document.createElement('div')
    drawn.className = 'formula-editor-drawn'
    const problem = document.createElement('p')
    problem.className = 'node-editor-problem'
    problem.setAttribute('role', 'status')
    const hint = document.createElement('p')
    hint.className = 'node-editor-hint'
    hint.textContent = text('formula.hint')
    dom.append(field, drawn, problem, hint)

    function selectedText() {
      const { from, to, $from, $to } = view.state.selection
      return $from.sameParent($to) ? view.state.doc.textBetween(from, to) : ''
    }

    const draw = () => {
      const latex = field.value.trim()
      drawn.hidden = latex === ''
      if (latex === '') problem.textContent = ''
      else
        showFormula(drawn, latex, display, text, (reason) => {
          problem.textContent = reason
        })
    }
    draw()

    const write = (isLast: boolean) => {
      const latex = field.value.trim()
      const at = position()
      const { tr, schema } = view.state
      if (node) {
        const now = at === undefined ? null : view.state.doc.nodeAt(at)
        if (at === undefined || !now || now.attrs.latex === latex) return
        if (latex !== '') view.dispatch(tr.setNodeAttribute(at, 'latex', latex))
        else if (isLast) view.dispatch(tr.delete(at, at + now.nodeSize))
        return
      }
      const formula = schema.nodes[name]?.create({ latex })
      if (!isLast || latex === '' || !formula) return
      view.dispatch((display ? insertBlock(tr, formula) : tr.replaceSelectionWith(formula)).scrollIntoView())
    }

    field.addEventListener('input', draw)
    field.addEventListener('keydown', (event) => {
      if (event.isComposing || event.shiftKey || event.altKey) return
      const { selectionStart, selectionEnd, value } = field
      const atStart = selectionStart === 0 && selectionEnd === 0
      const atEnd = selectionStart === value.length && selectionEnd === value.length
      const forward = event.key === 'ArrowRight' || event.key === 'ArrowDown'
      const backward = event.key === 'ArrowLeft' || event.key === 'ArrowUp'
      if (event.key === 'Escape') cancel()
      else if (event.key === 'Enter') leave()
      else if (node && value !== '' && forward && atEnd) leave('after')
      else if (node && value !== '' && backward && atStart) leave('before')
      else return
      event.preventDefault()
      event.stopPropagation()
    })

    return {
      dom,
      label: text(display ? 'formula.block' : 'formula.inline'),
      write,
      focus() {
        field.focus()
        field.select()
      },
    }
  }

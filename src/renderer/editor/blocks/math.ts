import { InputRule, Node, type NodeViewRenderer } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { BlockText } from '../block-text.ts'
import { showFormula } from '../formulas.ts'
import { insertBlock } from '../insert-block.ts'
import { openNodeEditor } from '../node-editors/node-editors.ts'
import { nodeFields } from '../shared-fields.ts'

/**
 * Not what stands between two prices: a formula has no Chinese outside \text{}, and something other than digits. ￥ is
 * money in every text; ＄ is what a keyboard set to full width writes for $.
 */
const isFormula = (written: string) =>
  (/^[^\p{Script=Han}\u3000-\u303f\uff00-\uffef]+$/u.test(written) || written.includes('\\')) &&
  /[a-zA-Z\\]|\d\s*[=+^/<>-]\s*\d/.test(written) &&
  !/[-+*/=,.~–—]$/.test(written)

const inDollars = /(?<![\\$＄\w])[$＄]((?![\s$＄])[^$＄]*[^\s\\$＄])[$＄]$/
const blockLine = /^[$＄￥]{2}(?:([^$＄]+)[$＄]{2})?$/

const formulaView =
  (display: boolean, text: BlockText): NodeViewRenderer =>
  ({ node }) => {
    let current = node
    const dom = document.createElement(display ? 'div' : 'span')
    dom.className = display ? 'math-block' : 'math-inline'
    const show = () => {
      const latex = String(current.attrs.latex)
      dom.title = latex
      dom.classList.toggle('is-empty', latex === '')
      if (latex === '') dom.textContent = text('formula.empty')
      else showFormula(dom, latex, display, text)
    }
    show()
    return {
      dom,
      update(updated) {
        if (updated.type !== current.type) return false
        const isSame = updated.attrs.latex === current.attrs.latex
        current = updated
        if (!isSame) show()
        return true
      },
      ignoreMutation: () => true,
    }
  }

export const mathExtensions = (text: BlockText) => {
  const mathInline = Node.create({
    name: 'mathInline',
    ...nodeFields('mathInline'),
    renderHTML: ({ node }) => ['span', { 'data-math': node.attrs.latex }, node.attrs.latex],
    addNodeView: () => formulaView(false, text),
    addInputRules() {
      return [
        new InputRule({
          find: inDollars,
          handler: ({ state, range, match }) => {
            const latex = match[1] ?? ''
            if (!isFormula(latex)) return null
            state.tr.replaceRangeWith(range.from, range.to, this.type.create({ latex }))
            return undefined
          },
        }),
      ]
    },
  })

  const mathBlock = Node.create({
    name: 'mathBlock',
    // Before the Enter of lists and paragraphs.
    priority: 1000,
    ...nodeFields('mathBlock'),
    renderHTML: ({ node }) => ['div', { 'data-math': node.attrs.latex }, node.attrs.latex],
    addNodeView: () => formulaView(true, text),
    addProseMirrorPlugins() {
      const type = this.type
      return [
        new Plugin({
          props: {
            /** `$$` and Enter asks for a formula; `$$x^2$$` and Enter is one. ￥￥ is what a Chinese keyboard writes for it. */
            handleKeyDown(view, event) {
              if (event.key !== 'Enter' || event.isComposing || event.shiftKey) return false
              const { $from, empty } = view.state.selection
              const line = $from.parent
              if (!empty || line.type.name !== 'paragraph' || $from.parentOffset < line.content.size)
                return false
              const found = blockLine.exec(line.textContent)
              if (!found || line.childCount !== 1) return false
              const { tr } = view.state
              tr.delete($from.start(), $from.end())
              if (found[1])
                view.dispatch(insertBlock(tr, type.create({ latex: found[1].trim() })).scrollIntoView())
              else {
                view.dispatch(tr)
                openNodeEditor(view, 'mathBlock')
              }
              return true
            },
          },
        }),
      ]
    },
  })

  return [mathInline, mathBlock]
}

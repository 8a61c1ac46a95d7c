import { CodeBlock } from '@tiptap/extension-code-block'
import { Plugin } from '@tiptap/pm/state'
import { codeLanguage } from '#shared/document/code-block/code-block.ts'
import { besideText } from './blocks/beside-text.ts'
import { codeHighlighting } from './code-highlighting.ts'
import { languageList } from './language-list.ts'
import { nodeFields } from './shared-fields.ts'

export interface CodeBlockLabels {
  language: () => string
  languageHint: () => string
}

/** A code block with a field for its language in the corner. Text copied from VS Code becomes one. */
export const codeBlock = (labels: CodeBlockLabels) =>
  CodeBlock.extend({
    ...nodeFields('codeBlock'),
    renderHTML: ({ node }) => [
      'pre',
      ['code', node.attrs.language ? { class: `language-${node.attrs.language}` } : {}, 0],
    ],

    addNodeView() {
      return ({ node, getPos, view }) => {
        const dom = document.createElement('div')
        dom.className = 'code-block'
        const field = document.createElement('input')
        field.className = 'code-block-language'
        field.setAttribute('aria-label', labels.language())
        field.placeholder = labels.languageHint()
        field.spellcheck = false
        field.maxLength = 30
        field.setAttribute('list', languageList())
        const pre = document.createElement('pre')
        const contentDOM = document.createElement('code')
        pre.append(contentDOM)
        const beside = besideText(field)
        dom.append(beside, pre)

        let current = node
        field.value = node.attrs.language ?? ''
        const commit = () => {
          const position = getPos()
          const language = codeLanguage(field.value.trim())
          field.value = language ?? ''
          if (position === undefined || language === current.attrs.language) return
          view.dispatch(view.state.tr.setNodeAttribute(position, 'language', language))
        }
        field.addEventListener('change', commit)
        field.addEventListener('keydown', (event) => {
          if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
          event.preventDefault()
          if (event.key === 'Escape') field.value = current.attrs.language ?? ''
          commit()
          view.focus()
        })

        return {
          dom,
          contentDOM,
          update: (updated) => {
            if (updated.type !== current.type) return false
            if (updated.attrs.language !== current.attrs.language) field.value = updated.attrs.language ?? ''
            current = updated
            return true
          },
          stopEvent: (event) => event.target === field,
          // Browsers take the element of the code away with its last letter: that is for ProseMirror to read and repair.
          ignoreMutation: ({ target }) => beside.contains(target),
        }
      }
    },

    addProseMirrorPlugins() {
      const type = this.type
      return [
        codeHighlighting(),
        new Plugin({
          props: {
            handlePaste(view, event) {
              const origin = event.clipboardData?.getData('vscode-editor-data')
              const text = event.clipboardData?.getData('text/plain').replace(/\r\n?/g, '\n')
              if (!origin || !text?.includes('\n') || view.state.selection.$from.parent.type.spec.code)
                return false
              const language = codeLanguage(/"mode":"([^"]+)"/.exec(origin)?.[1])
              const block = type.create({ language }, view.state.schema.text(text))
              view.dispatch(view.state.tr.replaceSelectionWith(block).scrollIntoView().setMeta('paste', true))
              return true
            },
          },
        }),
      ]
    },
  }).configure({ enableTabIndentation: true, tabSize: 2 })

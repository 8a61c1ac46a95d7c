import { embedRefusal, embedTarget } from '#shared/document/embed/providers.ts'
import { insertBlock } from '../insert-block.ts'
import type { CreateNodeEditor } from './node-editor.ts'

/** What sites give for embedding holds the address too. */
const addressIn = (written: string) => {
  const source = /<iframe[^>]*\ssrc=["']([^"']+)/i.exec(written)?.[1]
  return (source ?? written).trim().replace(/^\/\//, 'https://')
}

/** Asks for the address of a video. */
export const createEmbedEditor: CreateNodeEditor = ({ view, text, leave, cancel }) => {
  const dom = document.createElement('form')
  dom.className = 'embed-editor'
  const field = document.createElement('input')
  field.type = 'text'
  field.inputMode = 'url'
  field.spellcheck = false
  field.placeholder = 'https://'
  field.setAttribute('aria-label', text('video.address'))
  const button = document.createElement('button')
  button.textContent = text('video.insert')
  const problem = document.createElement('p')
  problem.className = 'node-editor-problem'
  problem.setAttribute('role', 'alert')
  const hint = document.createElement('p')
  hint.className = 'node-editor-hint'
  hint.textContent = text('video.hint')
  dom.append(field, button, problem, hint)

  field.addEventListener('input', () => {
    problem.textContent = ''
    field.removeAttribute('aria-invalid')
  })
  dom.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'Enter' && event.target === field) {
      event.preventDefault()
      submit()
    }
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    cancel()
  })
  let isAsked = false
  const submit = () => {
    const refusal = embedRefusal(addressIn(field.value))
    if (!refusal) {
      isAsked = true
      return leave()
    }
    problem.textContent = text(`video.${refusal}`)
    field.setAttribute('aria-invalid', 'true')
    field.focus()
  }
  dom.addEventListener('submit', (event) => {
    event.preventDefault()
    submit()
  })

  return {
    dom,
    label: text('video.label'),
    focus: () => field.focus(),
    write(isLast) {
      const target = embedTarget(addressIn(field.value))
      const video = target && view.state.schema.nodes.embed?.create({ ...target })
      if (isLast && isAsked && video) view.dispatch(insertBlock(view.state.tr, video).scrollIntoView())
    },
  }
}

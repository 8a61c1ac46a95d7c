import type { NodeViewRenderer } from '@tiptap/core'
import { embedFacts } from '#shared/document/embed/providers.ts'
import { afterBlock } from '../after-block.ts'
import type { BlockText } from '../block-text.ts'

/** What stands for a video in the text: whose it is, its title, the way to it. Its site is asked for nothing. */
export const embedCard =
  (text: BlockText): NodeViewRenderer =>
  ({ node, getPos, view }) => {
    let current = node
    const dom = document.createElement('figure')
    dom.className = 'embed-card'
    const name = document.createElement('span')
    name.className = 'embed-card-name'
    const link = document.createElement('a')
    link.target = '_blank'
    link.rel = 'noreferrer'
    const title = document.createElement('input')
    title.maxLength = 200
    title.placeholder = text('video.title')
    title.setAttribute('aria-label', text('video.title'))
    dom.append(name, title, link)

    const fill = () => {
      const facts = embedFacts(current.attrs.provider, current.attrs.id)
      name.textContent = facts?.name ?? text('video.unknown')
      link.textContent = facts ? text('video.open') : ''
      link.href = facts?.page ?? ''
      link.title = facts?.page ?? ''
      link.hidden = !facts
      if (title.value !== current.attrs.title) title.value = current.attrs.title
    }
    fill()

    const write = () => {
      const position = getPos()
      if (position === undefined || title.value === current.attrs.title) return
      view.dispatch(view.state.tr.setNodeAttribute(position, 'title', title.value))
    }
    let composing = false
    title.addEventListener('compositionstart', () => {
      composing = true
    })
    title.addEventListener('compositionend', () => {
      composing = false
      write()
    })
    title.addEventListener('input', () => {
      if (!composing) write()
    })
    title.addEventListener('keydown', (event) => {
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
      event.preventDefault()
      const position = getPos()
      if (position === undefined) return
      view.dispatch(afterBlock(view.state.tr, position + current.nodeSize).scrollIntoView())
      view.focus()
    })

    return {
      dom,
      update(updated) {
        if (updated.type !== current.type) return false
        current = updated
        fill()
        return true
      },
      stopEvent: (event) => event.target === title || event.target === link,
      ignoreMutation: () => true,
    }
  }

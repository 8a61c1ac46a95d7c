import type { MarkDefinition } from '../definition.ts'

const uid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The place of a thread of comments. What was said is kept beside the document; the mark moves with the words. Readers
 * never see it.
 */
export const comment: MarkDefinition = {
  spec: {
    inclusive: false,
    excludes: '',
    attrs: {
      thread: {
        validate: (value) => {
          if (typeof value !== 'string' || !uid.test(value)) throw new RangeError('comment thread')
        },
      },
    },
    parseDOM: [
      {
        tag: 'span[data-thread]',
        getAttrs: (element) => {
          const thread = uid.exec(element.getAttribute('data-thread') ?? '')?.[0]
          return thread ? { thread } : false
        },
      },
    ],
  },
  renderHtml: (_mark, children) => children,
}

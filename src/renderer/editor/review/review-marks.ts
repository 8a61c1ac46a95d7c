import { Mark } from '@tiptap/core'
import { markFields } from '../shared-fields.ts'

/** Around every other mark; the stock link has 1000. */
const priority = 1010

const comment = Mark.create({
  name: 'comment',
  priority,
  ...markFields('comment'),
  renderHTML: ({ mark }) => ['span', { 'data-thread': mark.attrs.thread }, 0],
})

const suggestion = (name: 'insertion' | 'deletion' | 'modification') =>
  Mark.create({
    name,
    priority,
    ...markFields(name),
    renderHTML: ({ mark }) => [
      'span',
      {
        class: mark.attrs.joined ? `suggested ${name} is-joined` : `suggested ${name}`,
        'data-suggestion': mark.attrs.id,
      },
      0,
    ],
  })

export const reviewMarks = [
  suggestion('insertion'),
  suggestion('deletion'),
  suggestion('modification'),
  comment,
]

import type { NodeDefinition } from '../definition.ts'
import { suggestedBlocks } from '../suggestion/suggested-blocks.ts'

export const taskList: NodeDefinition = {
  spec: {
    group: 'block list',
    content: 'taskItem+',
    ...suggestedBlocks,
    parseDOM: [
      { tag: 'ul[data-type="taskList"]', priority: 60 },
      { tag: 'ul.task-list', priority: 60 },
    ],
  },
  renderHtml: (_node, children) => `<ul class="task-list">\n${children}</ul>\n`,
}

export const taskItem: NodeDefinition = {
  spec: {
    content: 'paragraph block*',
    ...suggestedBlocks,
    defining: true,
    attrs: { checked: { default: false, validate: 'boolean' } },
    parseDOM: [
      {
        tag: 'li[data-type="taskItem"], ul.task-list > li',
        priority: 60,
        getAttrs: (element) => ({
          // Its own box, not one of a list inside.
          checked: element.hasAttribute('data-checked')
            ? element.getAttribute('data-checked') === 'true'
            : element.querySelector(':scope > input, :scope > label > input')?.hasAttribute('checked') ===
              true,
        }),
      },
    ],
  },
  renderHtml: (node, children) =>
    `<li><input type="checkbox" disabled${node.attrs?.checked === true ? ' checked' : ''} aria-hidden="true"><div>${children}</div></li>\n`,
}

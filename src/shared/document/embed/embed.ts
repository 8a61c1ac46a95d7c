import type { NodeDefinition } from '../definition.ts'
import { escapeHtml } from '../escape-html.ts'
import { embedFacts, embedTarget } from './providers.ts'

/**
 * A video of another site: on the page a card that leads there. The theme's script puts the player in its place once
 * it is pressed; before that nothing is asked of the other site.
 */
export const embed: NodeDefinition = {
  spec: {
    group: 'block',
    atom: true,
    draggable: true,
    attrs: {
      provider: { default: 'bilibili', validate: 'string' },
      id: { default: '', validate: 'string' },
      title: { default: '', validate: 'string' },
    },
    parseDOM: [
      {
        tag: 'figure.embed',
        priority: 60,
        getAttrs: (element) => {
          const target = embedTarget(element.querySelector('a')?.getAttribute('href'))
          return (
            target && { ...target, title: element.querySelector('figcaption')?.textContent?.trim() ?? '' }
          )
        },
      },
      {
        tag: 'iframe[src]',
        getAttrs: (element) => {
          const target = embedTarget((element.getAttribute('src') ?? '').replace(/^\/\//, 'https://'))
          return target && { ...target, title: element.getAttribute('title') ?? '' }
        },
      },
    ],
  },
  renderHtml: (node) => {
    const facts = embedFacts(node.attrs?.provider, node.attrs?.id)
    if (!facts) return ''
    const title = String(node.attrs?.title ?? '')
    const figcaption = title ? `<figcaption>${escapeHtml(title)}</figcaption>` : ''
    return `<figure class="embed" data-player="${escapeHtml(facts.player)}"><a href="${escapeHtml(facts.page)}" rel="noopener">${facts.name}</a>${figcaption}</figure>\n`
  },
  plainText: (node) => String(node.attrs?.title ?? ''),
}

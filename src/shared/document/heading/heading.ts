import type { NodeDefinition } from '../definition.ts'

/** The page's title is the only h1, so a body begins at 2. */
export const headingLevels = [2, 3, 4] as const

export const heading: NodeDefinition = {
  spec: {
    group: 'block',
    content: 'inline*',
    defining: true,
    attrs: {
      level: {
        default: 2,
        validate: (level) => {
          if (!headingLevels.some((allowed) => allowed === level))
            throw new RangeError(`heading level ${level}`)
        },
      },
    },
    parseDOM: [
      { tag: 'h1', attrs: { level: 2 } },
      { tag: 'h2', attrs: { level: 2 } },
      { tag: 'h3', attrs: { level: 3 } },
      { tag: 'h4', attrs: { level: 4 } },
      { tag: 'h5', attrs: { level: 4 } },
      { tag: 'h6', attrs: { level: 4 } },
    ],
  },
  renderHtml: (node, children) => {
    if (children === '') return ''
    const level = Number(node.attrs?.level ?? 2)
    return `<h${level}>${children}</h${level}>\n`
  },
}

import { align, alignmentClass, alignmentOf } from '../alignment.ts'
import type { NodeDefinition } from '../definition.ts'

/** The page's title is the only h1, so a body begins at 2. */
export const headingLevels = [2, 3, 4] as const

const rule = (tag: string, level: (typeof headingLevels)[number]) => ({
  tag,
  getAttrs: (element: Parameters<typeof alignmentOf>[0]) => ({ level, align: alignmentOf(element) }),
})

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
      align,
    },
    parseDOM: [rule('h1', 2), rule('h2', 2), rule('h3', 3), rule('h4', 4), rule('h5', 4), rule('h6', 4)],
  },
  renderHtml: (node, children, { complete }) => {
    if (children === '' && !complete) return ''
    const level = Number(node.attrs?.level ?? 2)
    return `<h${level}${alignmentClass(node.attrs?.align)}>${children}</h${level}>\n`
  },
}

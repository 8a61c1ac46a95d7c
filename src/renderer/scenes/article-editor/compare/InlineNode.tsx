import type { ReactNode } from 'react'
import type { MarkJson, NodeJson } from '#shared/document/document-json.ts'
import classes from './Comparison.module.css'

const tags: Record<string, 'strong' | 'em' | 'u' | 's' | 'code' | 'mark' | 'sup' | 'sub'> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  highlight: 'mark',
  superscript: 'sup',
  subscript: 'sub',
}

function marked(mark: MarkJson, children: ReactNode): ReactNode {
  const Tag = tags[mark.type]
  if (Tag) return <Tag>{children}</Tag>
  if (mark.type === 'link')
    return (
      <span className={classes.link} title={String(mark.attrs?.href ?? '')}>
        {children}
      </span>
    )
  if (mark.type === 'insertion' || mark.type === 'deletion')
    return <span className={classes[mark.type]}>{children}</span>
  return children
}

function bare(node: NodeJson): ReactNode {
  if (node.text !== undefined) return node.text
  if (node.type === 'hardBreak') return <br />
  if (node.type === 'mathInline') return <code>{String(node.attrs?.latex ?? '')}</code>
  if (node.type === 'footnote')
    return <span className={classes.footnote}>{node.content?.map(({ text }) => text).join('')}</span>
  return null
}

/** Text and what stands in it, as it looks in the article; nothing of it can be pressed. */
export const InlineNode = ({ node }: { node: NodeJson }) =>
  (node.marks ?? []).reduceRight<ReactNode>((children, mark) => marked(mark, children), bare(node))

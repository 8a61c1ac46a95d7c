import type { CSSProperties, ReactNode } from 'react'
import type { ChangeKind } from '#shared/compare/compare-documents.ts'
import type { NodeJson } from '#shared/document/document-json.ts'
import { useMediaUrl } from '../use-media-url.ts'
import classes from './Comparison.module.css'

interface Props {
  node: NodeJson
  change?: ChangeKind
  children?: ReactNode
}

const alignment = ({ attrs }: NodeJson): CSSProperties | undefined =>
  attrs?.align === 'center' || attrs?.align === 'right' || attrs?.align === 'justify'
    ? { textAlign: attrs.align }
    : undefined

const headings: Record<number, 'h2' | 'h3' | 'h4'> = { 2: 'h2', 3: 'h3', 4: 'h4' }

/** One block as it looks in the article, around whatever it holds. */
export function BlockElement({ node, change, children }: Props) {
  const attrs = node.attrs ?? {}
  const shown = { 'data-change': change === 'same' ? undefined : change }
  switch (node.type) {
    case 'paragraph':
      return (
        <p {...shown} style={alignment(node)}>
          {children}
        </p>
      )
    case 'heading': {
      const Heading = headings[Number(attrs.level)] ?? 'h2'
      return (
        <Heading {...shown} style={alignment(node)}>
          {children}
        </Heading>
      )
    }
    case 'blockquote':
      return <blockquote {...shown}>{children}</blockquote>
    case 'pullQuote':
      return (
        <figure {...shown} className={classes.pullQuote}>
          <blockquote>{children}</blockquote>
          {attrs.attribution ? <figcaption>{String(attrs.attribution)}</figcaption> : null}
        </figure>
      )
    case 'callout':
      return (
        <div {...shown} className={classes.callout} data-kind={String(attrs.kind)}>
          {children}
        </div>
      )
    case 'detailsSummary':
      return (
        <p {...shown} className={classes.summary}>
          {children}
        </p>
      )
    case 'codeBlock':
      return (
        <pre {...shown}>
          <code>{children}</code>
        </pre>
      )
    case 'mathBlock':
      return (
        <p {...shown} className={classes.formula}>
          <code>{String(attrs.latex)}</code>
        </p>
      )
    case 'horizontalRule':
      return <hr {...shown} />
    case 'bulletList':
      return <ul {...shown}>{children}</ul>
    case 'taskList':
      return (
        <ul {...shown} className={classes.tasks}>
          {children}
        </ul>
      )
    case 'orderedList':
      return (
        <ol {...shown} start={Number(attrs.start ?? 1)}>
          {children}
        </ol>
      )
    case 'listItem':
      return <li {...shown}>{children}</li>
    case 'taskItem':
      return (
        <li {...shown} data-checked={attrs.checked === true}>
          {children}
        </li>
      )
    case 'table':
      return (
        <table {...shown}>
          <tbody>{children}</tbody>
        </table>
      )
    case 'tableRow':
      return <tr {...shown}>{children}</tr>
    case 'tableCell':
    case 'tableHeader': {
      const Cell = node.type === 'tableCell' ? 'td' : 'th'
      return (
        <Cell {...shown} colSpan={Number(attrs.colspan ?? 1)} rowSpan={Number(attrs.rowspan ?? 1)}>
          {children}
        </Cell>
      )
    }
    case 'image':
      return <Picture node={node} change={change} />
    case 'embed':
      return (
        <p {...shown} className={classes.card}>
          {`${attrs.provider} · ${attrs.title || attrs.id}`}
        </p>
      )
    default:
      return (
        <div {...shown} className={classes[node.type]}>
          {children}
        </div>
      )
  }
}

function Picture({ node: { attrs = {} }, change }: Props) {
  const mediaUrl = useMediaUrl()
  const shown = { 'data-change': change === 'same' ? undefined : change }
  const source = typeof attrs.media === 'string' ? mediaUrl(attrs.media) : ''
  return (
    <figure {...shown}>
      {source ? (
        <img src={source} alt={String(attrs.alt ?? '')} loading="lazy" />
      ) : (
        <span className={classes.card}>{String(attrs.source ?? '')}</span>
      )}
      {attrs.caption ? <figcaption>{String(attrs.caption)}</figcaption> : null}
    </figure>
  )
}

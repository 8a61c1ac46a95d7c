import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type BlockChange, holdsText } from '#shared/compare/compare-documents.ts'
import type { InlinePiece } from '#shared/compare/compare-inline.ts'
import type { NodeJson } from '#shared/document/document-json.ts'
import { BlockElement } from './BlockElement.tsx'
import classes from './Comparison.module.css'
import { InlineNode } from './InlineNode.tsx'

/** Which version is shown; `both`: one text with what went and what came in it. */
export type Shown = 'before' | 'after' | 'both'

/** A block without anything to compare it with. */
export function PlainBlock({ node, change }: { node: NodeJson; change?: BlockChange['kind'] }) {
  return (
    <BlockElement node={node} change={change}>
      {node.content?.map((child, at) =>
        holdsText(node) ? <InlineNode key={at} node={child} /> : <PlainBlock key={at} node={child} />,
      )}
    </BlockElement>
  )
}

export function Pieces({ pieces, shown }: { pieces: readonly InlinePiece[]; shown: Shown }) {
  return pieces.map(({ kind, node }, at): ReactNode => {
    if (kind === 'removed')
      return shown === 'after' ? null : (
        <del key={at}>
          <InlineNode node={node} />
        </del>
      )
    if (kind === 'added')
      return shown === 'before' ? null : (
        <ins key={at}>
          <InlineNode node={node} />
        </ins>
      )
    if (kind === 'marked')
      return (
        <span key={at} className={classes.marked}>
          <InlineNode node={shown === 'before' ? formerly(pieces[at]) : node} />
        </span>
      )
    return <InlineNode key={at} node={node} />
  })
}

const formerly = (piece: InlinePiece | undefined): NodeJson => {
  const { marks: _, ...node } = piece?.node ?? { type: 'text', text: '' }
  return { ...node, marks: piece?.marksBefore ?? [] }
}

/** One line of a comparison, drawn as the article is. */
export function ComparedBlock({ change, shown }: { change: BlockChange; shown: Shown }) {
  const { kind, before, after, pieces, children } = change
  const node = shown === 'before' ? before : (after ?? (shown === 'both' ? before : null))
  if (!node) return null
  if (kind !== 'changed') return <PlainBlock node={node} change={kind} />
  if (pieces || children)
    return (
      <>
        <BlockElement node={node} change={kind}>
          {pieces && <Pieces pieces={pieces} shown={shown} />}
          {children?.map((child) => (
            <ComparedBlock key={child.id} change={child} shown={shown} />
          ))}
        </BlockElement>
        {shown !== 'before' && <Attributes change={change} />}
      </>
    )
  const replaced = change.attributes.some(({ name }) => ['media', 'source', 'latex', 'id'].includes(name))
  return (
    <>
      {shown === 'both' && before && replaced && <PlainBlock node={before} change="removed" />}
      <PlainBlock node={node} change={replaced ? (shown === 'before' ? 'removed' : 'added') : kind} />
      {shown !== 'before' && <Attributes change={change} />}
    </>
  )
}

/** What a table can hold between its parts is parts; what is to be said about one of them is said in the row. */
const hasNoRoom = new Set(['tableRow', 'tableCell', 'tableHeader', 'listItem', 'taskItem'])
/** Nobody reads them. */
const unspoken = new Set(['media', 'source', 'width', 'height', 'marks'])

function Attributes({ change: { attributes, after } }: { change: BlockChange }) {
  const { t } = useTranslation('compare')
  const spoken = attributes.filter(({ name }) => !unspoken.has(name))
  if (spoken.length === 0 || (after && hasNoRoom.has(after.type))) return null
  const value = (name: string, of: unknown) =>
    name === 'type'
      ? t(`block.${String(of)}`, { defaultValue: String(of) })
      : of === null || of === undefined || of === ''
        ? t('nothing')
        : String(of)
  return (
    <p className={classes.attributes}>
      {spoken.map(({ name, before, after: now }) => (
        <span key={name}>
          {t(`attribute.${name}`, { defaultValue: name })} <del>{value(name, before)}</del>{' '}
          <ins>{value(name, now)}</ins>
        </span>
      ))}
    </p>
  )
}

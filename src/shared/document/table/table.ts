import type { NodeDefinition } from '../definition.ts'
import { suggestedBlocks } from '../suggestion/suggested-blocks.ts'

/** What a cell may hold: text and what fits beside other cells, no table in a table. */
const cellContent = '(paragraph | heading | list | image | codeBlock | mathBlock)+'

const span = {
  default: 1,
  validate: (value: unknown) => {
    if (!Number.isInteger(value) || Number(value) < 1 || Number(value) > 1000)
      throw new RangeError('cell span')
  },
}

const cellAttributes = {
  colspan: span,
  rowspan: span,
  /** Pixels of each column that it spans, or null where that is up to the browser. */
  colwidth: {
    default: null,
    validate: (value: unknown) => {
      if (value === null) return
      if (
        !Array.isArray(value) ||
        !value.every((width) => Number.isInteger(width) && width >= 0 && width < 10_000)
      )
        throw new RangeError('column width')
    },
  },
}

interface ElementLike {
  getAttribute(name: string): string | null
}

const spanOf = (element: ElementLike, name: string): number => {
  const value = Number.parseInt(element.getAttribute(name) ?? '', 10)
  return value >= 1 && value <= 1000 ? value : 1
}

const cellOf = (element: ElementLike) => {
  const colspan = spanOf(element, 'colspan')
  const widths = (element.getAttribute('data-colwidth') ?? '').split(',').map(Number)
  const fits =
    widths.length === colspan &&
    widths.every((width) => Number.isInteger(width) && width >= 0 && width < 10_000) &&
    widths.some((width) => width > 0)
  return { colspan, rowspan: spanOf(element, 'rowspan'), colwidth: fits ? widths : null }
}

const cellHtml =
  (tag: string): NodeDefinition['renderHtml'] =>
  (node, children) => {
    const { colspan = 1, rowspan = 1, colwidth } = node.attrs ?? {}
    const attributes = [
      Number(colspan) > 1 ? ` colspan="${Number(colspan)}"` : '',
      Number(rowspan) > 1 ? ` rowspan="${Number(rowspan)}"` : '',
      Array.isArray(colwidth) ? ` data-colwidth="${colwidth.map(Number).join(',')}"` : '',
    ].join('')
    // One paragraph needs no element of its own.
    const only = /^<p>((?:(?!<\/p>)[\s\S])*)<\/p>\n$/.exec(children)?.[1]
    return `<${tag}${attributes}>${only ?? children}</${tag.slice(0, 2)}>`
  }

const headOfRow = 'th scope="row"'

export const table: NodeDefinition = {
  spec: {
    group: 'block',
    content: 'tableRow+',
    tableRole: 'table',
    isolating: true,
    parseDOM: [{ tag: 'table' }],
  },
  renderHtml: (node, children) => {
    const widths = (node.content?.[0]?.content ?? []).flatMap(({ attrs }) =>
      Array.isArray(attrs?.colwidth)
        ? attrs.colwidth.map(Number)
        : Array<number>(Number(attrs?.colspan ?? 1)).fill(0),
    )
    const columns = widths.some((width) => width > 0)
      ? `<colgroup>${widths.map((width) => (width > 0 ? `<col style="width:${width}px">` : '<col>')).join('')}</colgroup>\n`
      : ''
    return `<div class="table" role="group" tabindex="0"><table>\n${columns}${children}</table></div>\n`
  },
}

export const tableRow: NodeDefinition = {
  spec: { content: '(tableCell | tableHeader)*', tableRole: 'row', parseDOM: [{ tag: 'tr' }] },
  renderHtml: (node, children) => {
    // A row of headers only is about its columns; a header beside other cells is about its row.
    const headsColumns = node.content?.every(({ type }) => type === 'tableHeader')
    return `<tr>${headsColumns ? children.replaceAll(`<${headOfRow}`, '<th scope="col"') : children}</tr>\n`
  },
}

export const tableCell: NodeDefinition = {
  spec: {
    content: cellContent,
    ...suggestedBlocks,
    attrs: cellAttributes,
    tableRole: 'cell',
    isolating: true,
    parseDOM: [{ tag: 'td', getAttrs: cellOf }],
  },
  renderHtml: cellHtml('td'),
}

export const tableHeader: NodeDefinition = {
  spec: {
    content: cellContent,
    ...suggestedBlocks,
    attrs: cellAttributes,
    tableRole: 'header_cell',
    isolating: true,
    parseDOM: [{ tag: 'th', getAttrs: cellOf }],
  },
  renderHtml: cellHtml(headOfRow),
}

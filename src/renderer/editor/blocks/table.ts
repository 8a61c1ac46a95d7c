import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import './table.css'
import type { Attrs } from '@tiptap/pm/model'
import { nodeFields } from '../shared-fields.ts'
import { pasteCells } from './paste-cells.ts'
import { stillColumns } from './still-columns.ts'

const cellAttributes = ({ colspan, rowspan, colwidth }: Attrs) => ({
  ...(colspan > 1 ? { colspan } : {}),
  ...(rowspan > 1 ? { rowspan } : {}),
  ...(colwidth ? { 'data-colwidth': colwidth.join(',') } : {}),
})

export const tableExtensions = [
  Table.extend({
    ...nodeFields('table'),
    renderHTML: () => ['table', ['tbody', 0]],
    addProseMirrorPlugins() {
      return [pasteCells(), stillColumns(), ...(this.parent?.() ?? [])]
    },
  }).configure({ resizable: true, allowTableNodeSelection: true }),
  TableRow.extend({ ...nodeFields('tableRow'), renderHTML: () => ['tr', 0] }),
  TableCell.extend({
    ...nodeFields('tableCell'),
    renderHTML: ({ node }) => ['td', cellAttributes(node.attrs), 0],
  }),
  TableHeader.extend({
    ...nodeFields('tableHeader'),
    renderHTML: ({ node }) => ['th', cellAttributes(node.attrs), 0],
  }),
]

import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './editor.module.css'
import { insertTable } from './insert-writable.ts'

const most = { rows: 6, columns: 8 }
const none = { rows: 0, columns: 0 }
const cells = Array.from({ length: most.rows * most.columns }, (_, index) => ({
  rows: Math.floor(index / most.columns) + 1,
  columns: (index % most.columns) + 1,
}))

/** A table as large as the pointer draws it. Keys have the command below, and Tab for more rows. */
export function TableSizes({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation('blocks')
  const [size, setSize] = useState(none)
  if (editor.isActive('table')) return null
  return (
    <div
      role="group"
      aria-label={t('table')}
      className={classes.tableSizes}
      onPointerLeave={() => setSize(none)}
    >
      {cells.map((cell) => (
        <button
          key={`${cell.rows}-${cell.columns}`}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-label={t('tableSize', cell)}
          data-in={cell.rows <= size.rows && cell.columns <= size.columns}
          onPointerEnter={() => setSize(cell)}
          onClick={() => {
            onDone()
            insertTable(editor, cell.rows, cell.columns)
          }}
        />
      ))}
      <span aria-hidden>{size.rows > 0 ? `${size.rows} × ${size.columns}` : t('table')}</span>
    </div>
  )
}

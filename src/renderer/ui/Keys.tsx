import { Kbd } from '@mantine/core'
import { shortcutKeys } from './shortcut.ts'

export function Keys({ shortcut, size = 'xs' }: { shortcut: string; size?: 'xs' | 'sm' }) {
  return (
    <span style={{ display: 'inline-flex', gap: 2, whiteSpace: 'nowrap' }}>
      {shortcutKeys(shortcut).map((key) => (
        <Kbd key={key} size={size}>
          {key}
        </Kbd>
      ))}
    </span>
  )
}

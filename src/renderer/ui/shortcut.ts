const mac = /Mac|iPhone|iPad/.test(navigator.platform)

/** 'mod+K' as it is written on this machine: ⌘K or Ctrl K. */
export const shortcutKeys = (shortcut: string): string[] =>
  shortcut.split('+').map((key) => {
    if (key === 'mod') return mac ? '⌘' : 'Ctrl'
    if (key === 'shift') return mac ? '⇧' : 'Shift'
    if (key === 'alt') return mac ? '⌥' : 'Alt'
    return key
  })

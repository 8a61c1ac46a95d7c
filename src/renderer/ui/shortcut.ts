const mac = /Mac|iPhone|iPad/.test(navigator.platform)

const names: Record<string, string> = {
  mod: mac ? '⌘' : 'Ctrl',
  shift: mac ? '⇧' : 'Shift',
  alt: mac ? '⌥' : 'Alt',
  arrowup: '↑',
  arrowleft: '←',
  arrowright: '→',
  arrowdown: '↓',
  backspace: '⌫',
  enter: mac ? '↩' : 'Enter',
}

/** 'mod+K' as it is written on this machine: ⌘K or Ctrl K. */
export const shortcutKeys = (shortcut: string): string[] =>
  shortcut.split('+').map((key) => names[key.toLowerCase()] ?? key)

/** The same in one word: ⌘K or Ctrl+K. */
export const shortcut = (keys: string): string => shortcutKeys(keys).join(mac ? '' : '+')

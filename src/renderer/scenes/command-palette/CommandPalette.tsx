export function CommandPalette(_: { opened: boolean; onClose: () => void }) {
  return null
}

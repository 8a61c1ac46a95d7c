/** Brings the focus into the side that does not have it: into its text, where it has one. */
export function focusOtherSide(container: HTMLElement | null): void {
  const sides = [...(container?.querySelectorAll<HTMLElement>(':scope > [data-side]') ?? [])]
  const other = sides.find((side) => !side.contains(document.activeElement)) ?? sides[0]
  if (sides.length < 2 || !other) return
  const text = other.querySelector<HTMLElement>('[contenteditable="true"].article-body, [data-reader]')
  ;(text ?? other).focus()
}

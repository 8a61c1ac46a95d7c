export function LibraryScene() {
  return null
}

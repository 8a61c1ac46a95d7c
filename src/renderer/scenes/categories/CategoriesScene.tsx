export function CategoriesScene() {
  return null
}

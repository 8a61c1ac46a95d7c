export function PublishingScene() {
  return null
}

export function AnalyticsScene() {
  return null
}

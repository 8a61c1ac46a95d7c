/** The interface, and the previewed site: each an origin of its own, served by protocols.ts . */
export const appScheme = 'app'
export const previewScheme = 'galley-preview'
export const appOrigin = `${appScheme}://galley`
export const previewOrigin = `${previewScheme}://site`
export const previewBase = `${previewOrigin}/`

/** Custom schemes have no `URL.origin`, so the parts are compared. */
export function isOfOrigin(address: string, origin: string): boolean {
  const url = URL.parse(address)
  const own = URL.parse(origin)
  return url !== null && own !== null && url.protocol === own.protocol && url.host === own.host
}

/** Whether a port may be taken from this frame: the window's own document, not one that it frames. */
export const isAppFrame = (frame: { url: string; parent: unknown } | null): boolean =>
  frame !== null && frame.parent === null && isOfOrigin(frame.url, appOrigin)

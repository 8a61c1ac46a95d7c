import { liveScript, liveShell } from './live-shell.ts'
import { notServed, type Served } from './served.ts'

/** A file of the site by its path (`2025/07/slug.html`, `assets/…`), as if published now. */
export type FindPage = (path: string) => { status: number; contentType: string; body: Buffer | string } | null

export interface PreviewRequest {
  /** Relative to the site root, decoded, no leading slash. */
  path: string
  /** `?live`: the page that follows what is typed, see live-shell.ts . */
  live: boolean
  /** `?print`: the page may open the dialog that prints it. */
  print: boolean
  /** CSP source of the preview's own origin, and of the app that alone may frame it. */
  self: string
  app: string
  /** Address of the site root, ends in a slash. */
  base: string
}

const liveScriptPath = '.galley/live.js'

/**
 * A page, or what belongs to one, in the preview's own origin: it can run its theme's scripts but reach nothing. Its
 * documents have an opaque origin also outside the frame, so what they load counts as from elsewhere: no
 * `same-origin` resource policy here; the host keeps others out.
 */
export function servePreview(find: FindPage, request: PreviewRequest): Served {
  if (request.path === liveScriptPath)
    return answer(200, 'text/javascript; charset=utf-8', liveScript, request)
  if (request.live) {
    const script = `${request.base}${liveScriptPath}`
    return answer(200, 'text/html; charset=utf-8', liveShell(script), request)
  }
  const page = find(request.path)
  return page ? answer(page.status, page.contentType, page.body, request) : notServed()
}

const answer = (
  status: number,
  contentType: string,
  body: Buffer | string,
  { self, app, print }: PreviewRequest,
): Served => ({
  status,
  headers: {
    'content-type': contentType,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': [
      "default-src 'none'",
      `script-src ${self}`,
      `style-src ${self}`,
      // Widths of columns stand in the page; a style can load nothing that the other directives forbid.
      "style-src-attr 'unsafe-inline'",
      `img-src ${self} data:`,
      `font-src ${self}`,
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      `frame-ancestors ${app}`,
      // A dialog of the browser's: printing counts as one.
      print ? 'sandbox allow-scripts allow-modals' : 'sandbox allow-scripts',
    ].join('; '),
  },
  body,
})

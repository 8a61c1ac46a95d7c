import { existsSync } from 'node:fs'
import { extname, resolve, sep } from 'node:path'
import { notServed, type Served } from './served.ts'

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** Where the app may take things from, as CSP sources. */
export interface AppSources {
  /** Originals of media, beside the app itself. */
  media: string
  preview: string
  connect: string
}

/** A file of the built interface; any path without an extension is the interface itself. */
export function serveApp(folder: string, pathname: string, sources: AppSources): Served {
  const name = extname(pathname) === '' ? 'index.html' : decodePath(pathname)
  if (name === null) return notServed(400, 'Bad address')
  const file = resolve(folder, `./${name}`)
  const contentType = contentTypes[extname(file)]
  if (!file.startsWith(resolve(folder) + sep) || !contentType || !existsSync(file)) return notServed()
  return {
    status: 200,
    headers: {
      'content-type': contentType,
      'cache-control': pathname.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
      'content-security-policy': appPolicy(sources),
    },
    body: { file },
  }
}

// Styles may be inline: Mantine and ProseMirror write style elements. Nothing they could load lies outside.
const appPolicy = ({ media, preview, connect }: AppSources): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${media}`,
    "font-src 'self'",
    `connect-src 'self' ${connect}`,
    `frame-src ${preview}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
    .map((directive) => directive.trim())
    .join('; ')

function decodePath(pathname: string): string | null {
  try {
    const path = decodeURIComponent(pathname)
    return path.includes('\0') ? null : path
  } catch {
    return null
  }
}

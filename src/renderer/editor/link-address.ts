import { safeUrl } from '#shared/document/safe-url.ts'

/** What is no search for an article. */
export const looksLikeAddress = (text: string) => /[./:#@?]/.test(text)

/** `www.example.com` is what people write; `example` alone is no address. */
export function linkAddress(written: string): string | null {
  const text = written.trim()
  if (!looksLikeAddress(text)) return null
  if (/^[\w-]+(\.[\w-]+)+([/?#:].*)?$/u.test(text)) return safeUrl(`https://${text}`)
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return safeUrl(`mailto:${text}`)
  return safeUrl(text)
}

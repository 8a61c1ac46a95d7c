import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export type Session = ReturnType<typeof createSession>

const randomToken = () => randomBytes(32).toString('base64url')

const digest = (text: string) => createHash('sha256').update(text).digest()
const equal = (a: string, b: string) => timingSafeEqual(digest(a), digest(b))

/**
 * Who may talk to this Galley: a one-use ticket in the address becomes a cookie; the page asks for the token with it
 * and says the token first on its socket. Cookies know no ports, hence the port in the name.
 */
export function createSession(port: number, kept?: string) {
  const cookieValue = kept ? digest(`cookie ${kept}`).toString('base64url') : randomToken()
  const token = kept ? digest(`token ${kept}`).toString('base64url') : randomToken()
  const cookieName = `galley-${port}`
  const tickets = new Set<string>()

  return {
    token,
    issueTicket(): string {
      const ticket = randomToken()
      tickets.add(ticket)
      return ticket
    },
    /** The cookie for a ticket that was not used yet, else null. */
    redeem(ticket: string): string | null {
      return tickets.delete(ticket) ? `${cookieName}=${cookieValue}; Path=/; HttpOnly; SameSite=Strict` : null
    },
    hasCookie(request: IncomingMessage): boolean {
      const pairs = (request.headers.cookie ?? '').split(/;\s*/)
      const value = pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1)
      return value !== undefined && equal(value, cookieValue)
    },
    isToken: (text: string): boolean => equal(text, token),
  }
}

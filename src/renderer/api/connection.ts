import type { ClientContext, ClientLink } from '@orpc/client'

/** `reconnecting` also before the first connection stands. */
export type ConnectionState = 'connected' | 'reconnecting'

/** A way to the core, whatever carries it. */
export interface Connection {
  readonly link: ClientLink<ClientContext>
  state(): ConnectionState
  /** Calls back at every change of the state; answers how to stop that. */
  onStateChange(listener: () => void): () => void
}

/** The core could not be reached, or went away before it answered: whether the call took effect is unknown. */
export class DisconnectedError extends Error {
  override readonly name = 'DisconnectedError'
  constructor(options?: ErrorOptions) {
    super('The core of Galley cannot be reached', options)
  }
}

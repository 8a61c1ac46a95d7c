import type { CoreEvents, Events } from './events.ts'

export type Announce = <Name extends keyof CoreEvents>(name: Name, payload: CoreEvents[Name]) => void

/**
 * Announces once the transaction under way has ended, also where the caller's work is part of a larger one:
 * transactions are synchronous, microtasks run after them. After a rollback listeners refresh in vain.
 */
export const createAnnounce =
  (events: Events): Announce =>
  (name, payload) =>
    queueMicrotask(() => events.publish(name, payload))

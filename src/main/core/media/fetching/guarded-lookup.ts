import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { refused } from '../../errors.ts'

/** Answers every address of a name, as the system resolves it. */
export type Resolve = (
  name: string,
  options: LookupOptions,
  answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

const systemResolve: Resolve = (name, options, answer) =>
  lookup(name, { ...options, all: true }, (error, addresses) => answer(error, addresses))

/**
 * The lookup of a socket, so that the address that was checked is the one that is connected to. A name with one
 * address that is not allowed is refused whole: an honest one has none.
 */
export const guardedLookup =
  (isAllowed: (address: string) => boolean, resolve: Resolve = systemResolve): LookupFunction =>
  (name, options, callback) => {
    resolve(name, options, (error, addresses) => {
      const first = addresses?.[0]
      if (error || !first) return callback(error ?? new Error('no address'), '', 4)
      if (!addresses.every(({ address }) => isAllowed(address)))
        return callback(refused('private-address', name), '', 4)
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }

import { createRequire } from 'node:module'

/** Loads a package at its first use, at once: most sessions need none of the heavy ones. */
export const loadPackage = createRequire(import.meta.url)

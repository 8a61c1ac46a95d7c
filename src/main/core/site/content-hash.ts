import { hash } from 'node:crypto'

/** 128 bits of SHA-256 as hex: names and compares content, hides nothing. */
export const contentHash = (data: string | Uint8Array): string => hash('sha256', data, 'hex').slice(0, 32)

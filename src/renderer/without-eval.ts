import { config } from 'zod'

/**
 * The page forbids code made from text. zod would try it, and the error that it catches makes the browser parse the
 * whole program once more for its stack. Comes before every schema.
 */
config({ jitless: true })

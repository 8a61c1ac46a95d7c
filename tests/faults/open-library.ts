import { writeSync } from 'node:fs'
import { createTestCore } from '../helpers/create-test-core.ts'

/** Opens a library of an older format, then stays. */
const [folder] = process.argv.slice(2)
writeSync(1, 'opening\n')
await createTestCore({ folder })
writeSync(1, 'opened\n')
setInterval(() => {}, 60_000)

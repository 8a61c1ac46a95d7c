import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

const largest = 20_000_000
const keptFiles = 5

export interface Access {
  address: string
  at: number
  method: string
  target: string
  version: string
  status: number
  bytes: number
  referrer: string
  agent: string
}

export type AccessLog = ReturnType<typeof openAccessLog>

/** An access log in nginx's combined format; a long one is renamed to `<name>.1` and so on, never cut. */
export function openAccessLog(path: string, limit = largest) {
  mkdirSync(dirname(path), { recursive: true })
  let file = openSync(path, 'a')
  let size = fstatSync(file).size

  function rotate(): void {
    closeSync(file)
    for (let number = keptFiles - 1; number >= 0; number--) {
      const from = number === 0 ? path : `${path}.${number}`
      try {
        renameSync(from, `${path}.${number + 1}`)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      }
    }
    file = openSync(path, 'a')
    size = 0
  }

  return {
    path,
    write(access: Access): void {
      if (size > limit) rotate()
      size += writeSync(file, combinedLine(access))
    },
    close: () => closeSync(file),
  }
}

export const combinedLine = (access: Access): string =>
  `${access.address} - - [${logTime(access.at)}] "${escaped(`${access.method} ${access.target} HTTP/${access.version}`)}" ` +
  `${access.status} ${access.bytes} "${escaped(access.referrer) || '-'}" "${escaped(access.agent) || '-'}"\n`

/** As nginx does it: quotes, backslashes and whatever is not printable ASCII become \xXX. */
const escaped = (text: string): string =>
  Buffer.from(text).reduce((line, byte) => {
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c
    return (
      line + (plain ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    )
  }, '')

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function logTime(at: number): string {
  const time = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  const clock = [time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()].map(two).join(':')
  return `${two(time.getUTCDate())}/${months[time.getUTCMonth()]}/${time.getUTCFullYear()}:${clock} +0000`
}

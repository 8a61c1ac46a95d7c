export const desktop =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36'
export const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (value: number) => String(value).padStart(2, '0')

/** A line of the combined format. `at`: wall clock at +0800, `2025-07-31 11:36:49`. */
export function logLine({
  at = '2025-07-31 11:36:49',
  zone = '+0800',
  address = '203.0.113.7',
  method = 'GET',
  path = '/2025/07/one.html',
  status = 200,
  referrer = '-',
  agent = desktop,
} = {}): string {
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+) (.+)$/.exec(at) ?? []
  const stamp = `${two(Number(day))}/${months[Number(month) - 1]}/${year}:${time} ${zone}`
  return `${address} - - [${stamp}] "${method} ${path} HTTP/1.1" ${status} 5120 "${referrer}" "${agent}"`
}

export const beaconLine = (query: string, options: Parameters<typeof logLine>[0] = {}): string =>
  logLine({ path: `/beacon.gif?${query}&n=0.5`, ...options })

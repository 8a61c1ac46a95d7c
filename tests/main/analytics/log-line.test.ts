import { describe, expect, it } from 'vitest'
import { createLogLine, parseLogLine } from '../../../src/main/core/analytics/log-line.ts'
import { desktop, logLine } from './log-lines.ts'

function parse(text: string | Buffer) {
  const bytes = Buffer.from(text)
  const line = createLogLine()
  if (!parseLogLine(bytes, 0, bytes.length, line)) return null
  const field = (start: number, end: number) => bytes.toString('utf8', start, end)
  return {
    address: field(line.address, line.addressEnd),
    time: new Date(line.time).toISOString(),
    method: field(line.method, line.methodEnd),
    target: field(line.target, line.targetEnd),
    status: line.status,
    referrer: field(line.referrer, line.referrerEnd),
    agent: field(line.agent, line.agentEnd),
  }
}

describe('parseLogLine', () => {
  it('reads the combined format', () => {
    expect(parse(logLine({ referrer: 'https://www.baidu.com/s?wd=x' }))).toEqual({
      address: '203.0.113.7',
      time: '2025-07-31T03:36:49.000Z',
      method: 'GET',
      target: '/2025/07/one.html',
      status: 200,
      referrer: 'https://www.baidu.com/s?wd=x',
      agent: desktop,
    })
  })

  it('reads IPv6, user names, other zones, further fields and escaped quotes', () => {
    const line = `2001:db8::1 - li ming [01/Jan/2025:00:10:00 -0530] "GET /a HTTP/2.0" 304 - "-" "a \\"quoted\\" \\\\" "203.0.113.9" 0.02`
    expect(parse(line)).toMatchObject({
      address: '2001:db8::1',
      time: '2025-01-01T05:40:00.000Z',
      agent: 'a \\"quoted\\" \\\\',
    })
  })

  it('reads requests that are none', () => {
    expect(parse(logLine().replace('"GET /2025/07/one.html HTTP/1.1"', '"-"'))).toMatchObject({ target: '' })
    expect(parse(logLine().replace('"GET /2025/07/one.html HTTP/1.1"', '""'))).toMatchObject({ method: '' })
  })

  it.each([
    ['text', 'hello world'],
    ['an empty line', ''],
    ['the common format', logLine().replace(/ "-" ".*"$/, '')],
    ['a cut line', logLine().slice(0, -1)],
    ['a month that is none', logLine().replace('Jul', 'Foo')],
    ['an hour that is none', logLine().replace(':11:', ':25:')],
    ['another time format', logLine().replace(/\[.*\]/, '[2025-07-31T11:36:49+08:00]')],
  ])('refuses %s', (_, text) => expect(parse(text)).toBeNull())

  it('is not put off by any byte', () => {
    const bytes = Buffer.concat([Buffer.from(logLine().replace('"-"', '"')), Buffer.from([0xff, 0xfe, 0x80])])
    expect(() => parse(bytes)).not.toThrow()
    const line = Buffer.from(logLine({ agent: 'x' }))
    line[line.length - 2] = 0xff
    expect(parse(line)).not.toBeNull()
  })
})

import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestCore } from '../../../helpers/create-test-core.ts'

const source = resolve(import.meta.dirname, '../../../../src/main/cli.ts')
const built = resolve(import.meta.dirname, '../../../../out/main/cli.js')
const [program, other] = process.env.GALLEY_BUILT ? [built, source] : [source, built]
let root: string
let library: string
let site: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'galley-cli-'))
  library = join(root, 'library')
  site = join(root, 'site')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

interface Answer {
  code: number
  stdout: string
  stderr: string
}
const galley = (...args: string[]): Promise<Answer> => galleyIn('C', ...args)
const galleyIn = (language: string, ...args: string[]): Promise<Answer> => run(program, language, args)
const run = (script: string, language: string, args: string[]): Promise<Answer> =>
  new Promise((done) => {
    const env = { ...process.env, LC_ALL: language }
    execFile(process.execPath, [script, ...args], { env }, (error, stdout, stderr) =>
      done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr }),
    )
  })
const json = ({ stdout }: Answer): Record<string, unknown> => JSON.parse(stdout)
const file = (name: string, text: string) => {
  writeFileSync(join(root, name), text)
  return join(root, name)
}

describe('the command line', () => {
  it('imports, publishes what is ready, and tells what it did', async () => {
    const files = [file('a.md', '# 第一篇\n\n正文一段。\n'), file('b.md', '# 第二篇\n\n正文二段。\n')]
    const imported = await galley('import', ...files, '--library', library, '--json')
    expect(imported.code).toBe(0)
    expect(json(imported)).toMatchObject({ ok: true, created: [1, 2], failed: [] })

    const publish = (...more: string[]) =>
      galley('publish', '--library', library, '--to', site, '--json', ...more)
    expect(json(await publish())).toMatchObject({ ok: true, articles: 0 })
    const all = await publish('--all')
    expect(all.code).toBe(0)
    expect(json(all)).toMatchObject({ ok: true, articles: 2, site: join(site, 'current') })
    expect(readFileSync(join(site, 'current/index.html'), 'utf8')).toContain('第一篇')
    expect(json(await publish('--all'))).toMatchObject({
      ok: true,
      articles: 0,
      added: 0,
      changed: 0,
      job: null,
    })
    expect(await galley('check', '--library', library)).toMatchObject({ code: 0 })
  }, 60_000)

  it.skipIf(!existsSync(other))('works from its source and as it is built', async () => {
    const published = await run(other, 'C', [
      'publish',
      '--library',
      library,
      '--to',
      site,
      '--all',
      '--json',
    ])
    expect(json(published)).toMatchObject({ ok: false, error: { reason: 'missing' } })
    const imported = await run(other, 'C', ['import', file('a.md', '# 题\n\n文'), '--library', library])
    expect(imported).toMatchObject({ code: 0 })
  })

  it('says by its exit code what went wrong, in the language of the terminal', async () => {
    expect(await galley('nonsense')).toMatchObject({ code: 2, stdout: '' })
    for (const args of [['publish', '--library', library], ['stats', '--days', 'x'], ['nonsense']]) {
      const wrong = await galley(...args, '--json')
      expect(wrong.code).toBe(2)
      expect(json(wrong)).toMatchObject({ ok: false, error: { code: 'CLI', reason: 'usage' } })
      expect(wrong.stderr).not.toBe('')
    }
    const missing = await galley('check', '--library', library, '--json')
    expect(missing.code).toBe(3)
    expect(json(missing)).toMatchObject({ ok: false, error: { reason: 'missing' } })
    const picture = file('picture.bin', '\0\0\0\0')
    expect((await galley('import', picture, '--library', library)).code).toBe(1)
    const mixed = await galley('import', picture, file('a.md', '# 题\n\n文'), '--library', library)
    expect(mixed.code).toBe(4)
    const chinese = await galleyIn('zh_CN.UTF-8', 'restore', picture, '--library', join(root, 'other'))
    expect(chinese.code).toBe(1)
    expect(chinese.stderr).toContain('不是 Galley 的备份')
    expect((await galleyIn('zh_CN.UTF-8', '--help')).stdout).toContain('退出码')
    const help = await galley('publish', '--help')
    expect(help.code).toBe(0)
    expect(help.stdout).toContain('Exit codes:')
  }, 60_000)

  it('says of a file that cannot be had what is the matter, and takes no empty path for the folder it runs in', async () => {
    const note = file('a.md', '# 题\n\n文')
    await galley('import', note, '--library', library)
    const reasonOf = async (...args: string[]) => {
      const { code, stdout, stderr } = await galley(...args, '--json')
      const { error } = JSON.parse(stdout)
      expect(stderr).not.toMatch(/E[A-Z]{4,}:/)
      return `${code} ${error.reason}`
    }
    const copy = join(root, 'copy')
    expect(await reasonOf('restore', join(root, 'none.tar.gz'), '--library', copy)).toBe('1 file-missing')
    expect(await reasonOf('restore', root, '--library', copy)).toBe('1 not-a-file')
    expect(await reasonOf('restore', note, '--library', note)).toBe('1 not-a-folder')
    expect(await reasonOf('export', note, '--library', library)).toBe('1 exists')
    const fresh = join(root, 'fresh')
    expect(await reasonOf('bundle', 'merge', join(root, 'none'), '--library', fresh)).toBe('1 file-missing')
    expect(await reasonOf('import', join(root, 'none'), '--library', fresh)).toBe('1 file-missing')
    expect(existsSync(fresh)).toBe(false)
    expect(await reasonOf('bundle', 'export', '99', '--library', library)).toBe('1 not-found')
    if (process.platform === 'linux')
      expect(await reasonOf('import', note, '--library', '/proc/galley')).toBe('3 library')
    expect(await reasonOf('publish', '--library', library, '--to', '')).toBe('2 usage')
    expect(await reasonOf('check', '--library', '')).toBe('2 usage')
  }, 60_000)

  it('does not mind that nobody reads what it says to the end', async () => {
    const child = spawn(process.execPath, [program, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.destroy()
    const errors: Buffer[] = []
    child.stderr.on('data', (part: Buffer) => errors.push(part))
    const [code] = await once(child, 'close')
    expect([code, Buffer.concat(errors).toString()]).toEqual([0, ''])
  }, 30_000)

  it('leaves a library alone that is open elsewhere', async () => {
    const other = await createTestCore({ folder: library })
    const busy = await galley('publish', '--library', library, '--to', site, '--json')
    await other.stop()
    expect(busy.code).toBe(3)
    expect(json(busy)).toMatchObject({ error: { code: 'LibraryInUseError' } })
  }, 30_000)

  it('backs up and restores', async () => {
    await galley('import', file('a.md', '# 题\n\n文'), '--library', library)
    const archive = join(root, 'backup.tar.gz')
    expect(await galley('backup', '--library', library, '--to', archive)).toMatchObject({ code: 0 })
    const restored = await galley('restore', archive, '--library', join(root, 'copy'), '--json')
    expect(json(restored)).toMatchObject({ ok: true, articles: 1 })
    expect((await galley('restore', archive, '--library', library)).code).toBe(1)
  }, 60_000)

  it('exports articles into a folder, from which they are imported again', async () => {
    const files = [file('a.md', '# 第一篇\n\n**正文**一段'), file('b.md', '# 第二篇\n\n二')]
    await galley('import', ...files, '--library', library)
    const out = join(root, 'out')
    const exported = await galley('export', out, '--library', library, '--json')
    expect(exported.code).toBe(0)
    expect(json(exported)).toMatchObject({ ok: true, folder: out, files: ['di-er-pian.md', 'di-yi-pian.md'] })
    expect(readFileSync(join(out, 'di-yi-pian.md'), 'utf8')).toMatch(
      /title: 第一篇[\s\S]*\n\n\*\*正文\*\*一段\n$/,
    )
    const again = await galley(
      'import',
      join(out, 'di-yi-pian.md'),
      '--library',
      join(root, 'other'),
      '--json',
    )
    expect(json(again)).toMatchObject({ ok: true, created: [1] })
    expect((await galley('export', out, '--library', library, '--format', 'odt')).code).toBe(2)
    const edited = join(out, 'di-er-pian.md')
    writeFileSync(edited, '改过')
    rmSync(join(out, 'di-yi-pian.md'))
    expect(json(await galley('export', out, '--library', library, '--json'))).toMatchObject({
      ok: false,
      error: { reason: 'files-there' },
    })
    expect(readFileSync(edited, 'utf8')).toBe('改过')
    expect(existsSync(join(out, 'di-yi-pian.md'))).toBe(false)
    expect((await galley('export', out, '--library', library, '--overwrite')).code).toBe(0)
    expect(readFileSync(edited, 'utf8')).toContain('第二篇')
    expect((await galley('export', out, '--library', library, '--format', 'docx')).stdout).toContain(
      '2 articles',
    )
  }, 60_000)

  it('serves the published folder until it is interrupted, and counts its readers', async () => {
    await galley('import', file('a.md', '# 题\n\n文'), '--library', library)
    await galley('publish', '--library', library, '--to', site, '--all')
    const serving: ChildProcessByStdio<null, Readable, null> = spawn(
      process.execPath,
      [program, 'serve', '--library', library, '--port', '0', '--json'],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    )
    const [line] = (await once(createInterface(serving.stdout), 'line')) as [string]
    const { url } = JSON.parse(line) as { url: string }
    const agent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36'
    const response = await fetch(`${url}beacon.gif?p=1&e=view&n=1`, { headers: { 'user-agent': agent } })
    expect(response.headers.get('content-type')).toBe('image/gif')
    await response.arrayBuffer()
    serving.kill('SIGINT')
    const [code] = await once(serving, 'exit')
    expect(code).toBe(0)
    const figures = json(await galley('stats', '--library', library, '--json'))
    expect(figures).toMatchObject({ ok: true, totals: { views: 1 }, topArticles: [{ title: '题' }] })
    expect((await galley('stats', '--library', library)).stdout).toContain('题')
  }, 60_000)
})

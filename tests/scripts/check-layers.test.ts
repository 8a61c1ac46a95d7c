import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const script = join(import.meta.dirname, '../../scripts/check-layers.mjs')
const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Checks a tree made of these files. */
function check(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'galley-layers-'))
  folders.push(folder)
  const manifest = JSON.stringify({ type: 'module', imports: { '#shared/*': './src/shared/*' } })
  for (const [name, text] of Object.entries({ 'package.json': manifest, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const { stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8', cwd: folder })
  return stderr.split('\n').filter((line) => /^[a-z-]+: /.test(line))
}

const importing = (specifier: string) => `import type { A } from '${specifier}'\nexport type B = A\n`
const a = 'export type A = string\n'

test('a tree that keeps the rules passes', () => {
  expect(
    check({
      'src/shared/a.ts': a,
      'src/renderer/main.tsx': importing('#shared/a.ts'),
      'src/main/core/create-core.ts': importing('#shared/a.ts'),
      'src/main/hosts/browser/start.ts':
        "import type { B } from '../../core/create-core.ts'\nexport type C = B\n",
    }),
  ).toEqual([])
})

const broken: [rule: string, files: Record<string, string>][] = [
  ['shared-stands-alone', { 'src/shared/b.ts': importing('../main/core/a.ts'), 'src/main/core/a.ts': a }],
  ['shared-without-node', { 'src/shared/b.ts': "import 'node:fs'\nimport './a.ts'\n", 'src/shared/a.ts': a }],
  [
    'renderer-knows-shared-only',
    { 'src/renderer/b.tsx': importing('../main/core/a.ts'), 'src/main/core/a.ts': a },
  ],
  [
    'hosts-know-the-root-of-the-core',
    { 'src/main/hosts/browser/b.ts': importing('../../core/tags/a.ts'), 'src/main/core/tags/a.ts': a },
  ],
  [
    'hosts-apart-browser',
    { 'src/main/hosts/browser/b.ts': importing('../desktop/a.ts'), 'src/main/hosts/desktop/a.ts': a },
  ],
  [
    'hosts-apart-desktop',
    { 'src/main/hosts/desktop/b.ts': importing('../browser/a.ts'), 'src/main/hosts/browser/a.ts': a },
  ],
  [
    'core-without-hosts',
    { 'src/main/core/b.ts': importing('../hosts/browser/a.ts'), 'src/main/hosts/browser/a.ts': a },
  ],
  [
    'electron-at-the-edge',
    { 'src/main/core/b.ts': "import 'electron'\nimport './a.ts'\n", 'src/main/core/a.ts': a },
  ],
  [
    'repositories-belong-to-their-feature',
    {
      'src/main/core/tags/b.ts': importing('../media/a.repository.ts'),
      'src/main/core/media/a.repository.ts': a,
    },
  ],
  [
    'no-cycles',
    { 'src/shared/a.ts': "export { b } from './b.ts'\n", 'src/shared/b.ts': "export { b } from './a.ts'\n" },
  ],
  [
    'sql-in-repositories',
    { 'src/main/core/a.service.ts': "import './b.ts'\ndb.prepare('SELECT 1')\n", 'src/main/core/b.ts': a },
  ],
]

describe('in a tree that breaks every rule', () => {
  /** The files of one breach apart from those of the others. */
  const numbered = (text: string, number: number) => text.replace(/\/([ab])(?=\.)/g, `/$1${number}`)
  let problems: string[]
  beforeAll(() => {
    const files = broken.flatMap(([, files], number) =>
      Object.entries(files).map((file) => file.map((text) => numbered(text, number))),
    )
    problems = check(Object.fromEntries(files))
  })

  test.each(broken.map(([rule], number) => ({ rule, number })))('$rule is noticed', ({ rule, number }) => {
    const ofBreach = problems.filter((line) => new RegExp(`/[ab]${number}\\.`).test(line))
    expect([...new Set(ofBreach.map((line) => line.split(':')[0]))]).toEqual([rule])
  })
})

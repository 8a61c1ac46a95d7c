import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build, environment, readJson, root } from './setup.mjs'

const tool = (path) => join(root, 'node_modules', path)

/** A gate answers { passed, failed, skipped?: string[] }; its own output is shown only when it fails. */
export function gates(node) {
  let built = false
  return {
    'format and lint': () => command(node, [tool('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '.']),
    layers: () => command(node, [join(root, 'scripts/check-layers.mjs')]),
    // More checkers are no faster on two cores: each works out the same types again.
    types: () => command(node, [tool('typescript/bin/tsc'), '-b', '--builders', '1', '--checkers', '1']),
    build() {
      const problem = build(node)
      built = !problem
      return outcome(problem)
    },
    tests: (filters = []) => vitest(node, filters, built ? { GALLEY_BUILT: '1' } : {}),
    'end to end': (filters = []) => playwright(node, filters),
  }
}

const outcome = (problem) => {
  if (problem) console.error(problem)
  return problem ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 }
}

async function command(node, args) {
  const { code, output } = await run(node, args, { quiet: true })
  return outcome(code === 0 ? null : output)
}

/** With GALLEY_BUILT, tests that start the program start what was built just before. */
async function vitest(node, filters, env) {
  const report = join(root, '.cache/vitest.json')
  rmSync(report, { force: true })
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run(node, [tool('vitest/vitest.mjs'), 'run', ...reporters, ...filters], { env })
  const json = readJson(report)
  if (!json) return { passed: 0, failed: 1 }
  const failed = json.numFailedTests + json.testResults.filter(brokeBeforeTests).length
  const skipped = json.testResults.flatMap((file) =>
    file.assertionResults
      .filter(({ status }) => status === 'skipped' || status === 'pending' || status === 'todo')
      .map(({ fullName }) => `${relative(root, file.name)}: ${fullName.trim()}`),
  )
  return { passed: json.numPassedTests, failed: Math.max(failed, code === 0 ? 0 : 1), skipped }
}

const brokeBeforeTests = (file) =>
  file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')

/** Filters name files of tests/e2e, wherever the checkout is. */
async function playwright(node, filters) {
  const report = join(root, '.cache/playwright.json')
  rmSync(report, { force: true })
  const { code } = await run(
    node,
    [
      tool('@playwright/test/cli.js'),
      'test',
      '--reporter=dot,json',
      ...filters.map((name) => `tests/e2e/${name}`),
    ],
    {
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, GALLEY_BUILT: '1' },
    },
  )
  const json = readJson(report)
  if (!json) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = json.stats
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)]
  const skipped = json.suites
    .flatMap(specs)
    .filter(({ tests }) => tests.some(({ status }) => status === 'skipped'))
    .map(({ file, title }) => `tests/e2e/${file}: ${title}`)
  return { passed: expected, failed: Math.max(unexpected + flaky, code === 0 ? 0 : 1), skipped }
}

function run(node, args, { quiet = false, env = {} } = {}) {
  const child = spawn(node, args, {
    cwd: root,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    env: environment(node, { CI: '1', ...env }),
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data))
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: String(error) }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * Runs gates, all of them also when one fails, and closes with `N passed, N failed`. Each of `stages` is a list of lanes
 * that run side by side; the gates of a lane, [name, gate], run one after another.
 */
export async function runGates(stages, notes = []) {
  const total = { passed: 0, failed: 0 }
  const skipped = [...notes]
  const runLane = async (lane) => {
    for (const [name, gate] of lane) {
      const since = Date.now()
      const result = await gate()
      total.passed += result.passed
      total.failed += result.failed
      skipped.push(...(result.skipped ?? []))
      const seconds = ((Date.now() - since) / 1000).toFixed(1)
      const counts = result.failed
        ? `${result.passed} passed, ${result.failed} failed`
        : `${result.passed} passed`
      console.log(`${result.failed ? '✗' : '✓'} ${name}: ${counts} (${seconds} s)`)
    }
  }
  for (const lanes of stages) await Promise.all(lanes.map(runLane))
  for (const line of skipped) console.log(`skipped: ${line}`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exit(total.failed ? 1 : 0)
}

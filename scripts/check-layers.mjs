// node scripts/check-layers.mjs [root]: who may import whom (layers.config.mjs), and where SQL may be written.
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cruise } from 'dependency-cruiser'
import layers from './layers.config.mjs'

const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'))

async function importProblems() {
  const { options, ...ruleSet } = layers
  const { output } = await cruise(['src'], {
    ...options,
    baseDir: root,
    ruleSet,
    validate: true,
    outputType: 'json',
  })
  const { summary, modules } = JSON.parse(output)
  if (!modules.some(({ source, dependencies }) => /\.tsx?$/.test(source) && dependencies.length > 0))
    return ['no import of any TypeScript file was seen: the parser does not work']
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
}

/**
 * Repositories, the database itself, the job store, search and the site's reader. Beside them: conditions that two
 * repositories share, and what reads a whole library file to check or restore it.
 */
const sqlAllowed =
  /^src\/main\/core\/(database\/|jobs\/|search\/|(.+)\.repository\.ts$|site\/[a-z-]*(reader|live)[a-z-]*\.ts$|articles\/article-filter\.ts$|library\/(library-check|restore-library)\.ts$)/

/** Opening and closing a transaction is no query. */
const sql = /\b(db|database|connection)\.(prepare|exec)\b(?!\('(BEGIN|COMMIT|ROLLBACK))/

function sqlProblems() {
  return globSync('src/main/**/*.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !sqlAllowed.test(file) && sql.test(readFileSync(join(root, file), 'utf8')))
    .map((file) => `sql-in-repositories: ${file} writes SQL`)
}

const problems = [...(await importProblems()), ...sqlProblems()]
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1

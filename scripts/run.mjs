// node scripts/run.mjs <program.ts> <arguments…>: runs a program of ours on Node 24, installing first when needed.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { environment, install, root, whenEnding } from './setup.mjs'

// What is installed says so on standard output, which belongs to the program here.
console.log = console.error
const [program, ...args] = process.argv.slice(2)
const node = install()
const child = spawn(node, [join(root, program), ...args], { stdio: 'inherit', env: environment(node) })
whenEnding(() => child.kill('SIGTERM'))
child.once('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)))

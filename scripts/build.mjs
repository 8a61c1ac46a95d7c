import { build, fail, install } from './setup.mjs'

const problem = build(install())
if (problem) fail(problem)
console.log('Built: out/')

import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const builtWorkers = {
  find: /^\.{1,2}\/start-worker\.ts$/,
  replacement: resolve('tests/helpers/start-built-worker.ts'),
}

export default defineConfig({
  resolve: { alias: process.env.GALLEY_BUILT ? [builtWorkers] : [] },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/bench/**', 'node_modules/**'],
    environment: 'node',
    // An editor's day must not depend on where the tests run.
    env: { TZ: 'Asia/Shanghai' },
    restoreMocks: true,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    // Much of the time goes by in processes that tests start and kill.
    maxWorkers: '100%',
    // Modules hold nothing that a test leaves behind; to load them anew for each file takes as long as the tests.
    isolate: false,
  },
})

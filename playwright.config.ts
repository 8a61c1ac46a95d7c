import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { electronProblem } from './tests/e2e/electron-runtime.ts'

/** Debian's own; elsewhere Playwright's. */
const executablePath = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((file) =>
  existsSync(file),
)

/** What keeps a browser calm on a machine without a display, a graphics card or a way out. */
const args = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
// Chromium's own sandbox refuses to work for root only.
if (process.getuid?.() === 0) args.push('--no-sandbox')

const desktop = electronProblem() === null

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/global-setup.ts',
  outputDir: 'test-results',
  workers: 2,
  // So that neither waits for the other at the end.
  fullyParallel: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['line']],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    // What is half faded in has other colours, and nobody waits for it.
    contextOptions: { reducedMotion: 'reduce' },
    // Recording every step of every spec takes longer than the specs: --trace on, where one is to be looked into.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      args,
      ...(executablePath !== undefined && { executablePath }),
    },
  },
  projects: [{ name: 'browser' }, ...(desktop ? [{ name: 'desktop' }] : [])],
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  fitBounds,
  readWindowState,
  writeWindowState,
} from '../../../../src/main/hosts/desktop/window-state.ts'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const external = { x: 1440, y: 0, width: 2560, height: 1440 }

test('a window comes back where it was', () => {
  const saved = { x: 1600, y: 100, width: 1800, height: 1200 }
  expect(fitBounds(saved, [laptop, external])).toEqual(saved)
})

test('a window of a display that is gone opens on one that is there', () => {
  const fitted = fitBounds({ x: 1600, y: 100, width: 1800, height: 1200 }, [laptop])
  expect(fitted).toEqual({ width: 1440, height: 875 })
})

test('a title bar out of reach does not count as shown', () => {
  expect(fitBounds({ x: 100, y: -300, width: 1000, height: 700 }, [laptop])).not.toHaveProperty('y')
  expect(fitBounds({ x: 1400, y: 100, width: 1000, height: 700 }, [laptop])).not.toHaveProperty('x')
})

test('what was remembered is read back, and rubbish is not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'window.json')
  expect(readWindowState(file)).toEqual({ bounds: null, maximized: false })
  const state = { bounds: laptop, maximized: true }
  writeWindowState(file, state)
  expect(readWindowState(file)).toEqual(state)
  writeFileSync(file, '{"bounds":{"x":"1"},"maximized":1}')
  expect(readWindowState(file)).toEqual({ bounds: null, maximized: false })
})

import { expect, test } from 'vitest'
import { menuLanguage } from '../../../../src/main/hosts/desktop/menu-labels.ts'

test('the menu follows the setting, then the system', () => {
  expect(menuLanguage('en', ['zh-CN'])).toBe('en')
  expect(menuLanguage('auto', ['zh-Hans-CN', 'en-GB'])).toBe('zh-CN')
  expect(menuLanguage('auto', ['de-DE', 'zh-CN'])).toBe('en')
  expect(menuLanguage('auto', [])).toBe('en')
})

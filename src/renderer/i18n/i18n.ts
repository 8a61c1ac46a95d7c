import 'dayjs/locale/zh-cn'
import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { InterfaceSettings } from '#shared/contract/settings.ts'
import { en } from './en/index.ts'
import { zhCN } from './zh-CN/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof zhCN
  }
}

export type Language = 'zh-CN' | 'en'
const remembered = 'galley.language'

export function languageOf(setting: InterfaceSettings['language']): Language {
  if (setting !== 'auto') return setting
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

/** Starts in the language of the last time, so that nothing flashes before the settings have come. */
export function startI18n(): i18n {
  const last = localStorage.getItem(remembered)
  void i18next.use(initReactI18next).init({
    lng: last === 'en' || last === 'zh-CN' ? last : languageOf('auto'),
    fallbackLng: 'en',
    defaultNS: 'common',
    resources: { 'zh-CN': zhCN, en },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  document.documentElement.lang = i18next.language
  return i18next
}

export function setLanguage(language: Language): void {
  localStorage.setItem(remembered, language)
  document.documentElement.lang = language
  if (i18next.language !== language) void i18next.changeLanguage(language)
}

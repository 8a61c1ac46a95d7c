import { useComputedColorScheme } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  IconDatabaseExport,
  IconFileImport,
  IconKeyboard,
  IconLanguage,
  IconListSearch,
  IconMoon,
  IconPlus,
  IconRefresh,
  IconSend,
  IconSun,
  IconTemplate,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { client, orpc } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useDesk } from '../../shell/desk-actions.ts'
import { scenes } from '../../shell/routes.tsx'
import { useExportActions } from '../exporting/use-export-actions.ts'
import type { PaletteAction } from './palette-action.ts'

/** The commands of the palette. */
export function usePaletteActions(): PaletteAction[] {
  const { t, i18n } = useTranslation(['palette', 'shell'])
  const format = useFormat()
  const desk = useDesk()
  const [, navigate] = useLocation()
  const dark = useComputedColorScheme('light') === 'dark'
  const change = (settings: Parameters<typeof client.settings.update>[0]) =>
    void client.settings.update(settings).catch(reportError)
  const backup = () =>
    void client.library
      .backup({})
      .then(
        ({ file, bytes }) =>
          notifications.show({ message: t('palette:backedUp', { file, size: format.bytes(bytes) }) }),
        reportError,
      )
  const { data: templates } = useQuery(orpc.templates.list.queryOptions())
  const chinese = i18n.language === 'zh-CN'
  return [
    {
      key: 'newArticle',
      label: t('palette:action.newArticle'),
      icon: IconPlus,
      shortcut: 'mod+N',
      run: () => desk.newArticle(),
    },
    ...(templates ?? []).map(({ id, name }) => ({
      key: `template-${id}`,
      label: t('palette:action.newFrom', { name }),
      icon: IconTemplate,
      run: () => desk.newFromTemplate(id),
    })),
    {
      key: 'templates',
      label: t('palette:action.templates'),
      icon: IconTemplate,
      run: desk.manageTemplates,
    },
    {
      key: 'importFiles',
      label: t('palette:action.importFiles'),
      icon: IconFileImport,
      shortcut: 'mod+O',
      run: () => desk.importFiles(),
    },
    ...useExportActions(),
    {
      key: 'findInLibrary',
      label: t('palette:action.findInLibrary'),
      icon: IconListSearch,
      shortcut: 'mod+shift+F',
      run: () => desk.findInLibrary(),
    },
    {
      key: 'publishChanged',
      label: t('palette:action.publishChanged'),
      icon: IconSend,
      run: () => desk.publish({ kind: 'changed' }),
    },
    {
      key: 'publishSite',
      label: t('palette:action.publishSite'),
      icon: IconRefresh,
      run: () => desk.publish({ kind: 'site' }),
    },
    ...scenes.map(({ name, path, icon }, index) => ({
      key: name,
      label: t('palette:action.goTo', { scene: t(`shell:${name}`) }),
      icon,
      shortcut: `mod+${index + 1}`,
      run: () => navigate(path),
    })),
    {
      key: 'colors',
      label: t(dark ? 'palette:action.light' : 'palette:action.dark'),
      icon: dark ? IconSun : IconMoon,
      run: () => change({ interface: { colorScheme: dark ? 'light' : 'dark' } }),
    },
    {
      key: 'language',
      label: t(chinese ? 'palette:action.english' : 'palette:action.chinese'),
      icon: IconLanguage,
      run: () => change({ interface: { language: chinese ? 'en' : 'zh-CN' } }),
    },
    { key: 'backup', label: t('palette:action.backup'), icon: IconDatabaseExport, run: backup },
    {
      key: 'shortcuts',
      label: t('palette:action.shortcuts'),
      icon: IconKeyboard,
      shortcut: '?',
      run: desk.showShortcuts,
    },
  ]
}

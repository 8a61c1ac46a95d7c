import { Center, Loader, Tabs, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import {
  IconChecks,
  IconDatabase,
  IconInfoCircle,
  IconMessages,
  IconPalette,
  IconPhoto,
  IconWorld,
  IconWriting,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { About } from './About.tsx'
import { CheckSettings } from './CheckSettings.tsx'
import { InterfaceSettings } from './InterfaceSettings.tsx'
import { LibrarySettings } from './LibrarySettings.tsx'
import { MediaSettings } from './MediaSettings.tsx'
import { ReviewSettings } from './ReviewSettings.tsx'
import classes from './Settings.module.css'
import { SiteSettings } from './SiteSettings.tsx'
import { WritingSettings } from './WritingSettings.tsx'

const sections = [
  { name: 'site', icon: IconWorld },
  { name: 'interface', icon: IconPalette },
  { name: 'writing', icon: IconWriting },
  { name: 'media', icon: IconPhoto },
  { name: 'checks', icon: IconChecks },
  { name: 'review', icon: IconMessages },
  { name: 'library', icon: IconDatabase },
  { name: 'about', icon: IconInfoCircle },
] as const

export function SettingsScene() {
  const { t } = useTranslation(['settings', 'common'])
  useDocumentTitle(`${t('settings:title')} · Galley`)
  const settings = useQuery(orpc.settings.get.queryOptions())
  return (
    <Tabs defaultValue="site" orientation="vertical" className={classes.scene} keepMounted={false}>
      <div className={classes.side}>
        <Title order={1} fz={16} className={classes.title}>
          {t('settings:title')}
        </Title>
        <Tabs.List aria-label={t('settings:title')} className={classes.list}>
          {sections.map(({ name, icon: Icon }) => (
            <Tabs.Tab key={name} value={name} leftSection={<Icon size={16} stroke={1.6} aria-hidden />}>
              {t(`settings:sections.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </div>
      <div className={classes.pane}>
        {settings.error && <ErrorAlert error={settings.error} onRetry={() => void settings.refetch()} />}
        {settings.isPending && (
          <Center h={200}>
            <Loader size="sm" aria-label={t('common:loading')} />
          </Center>
        )}
        {settings.data && (
          <>
            <Tabs.Panel value="site">
              <SiteSettings site={settings.data.site} />
            </Tabs.Panel>
            <Tabs.Panel value="interface">
              <InterfaceSettings settings={settings.data.interface} />
            </Tabs.Panel>
            <Tabs.Panel value="writing">
              <WritingSettings settings={settings.data.writing} />
            </Tabs.Panel>
            <Tabs.Panel value="media">
              <MediaSettings settings={settings.data.media} />
            </Tabs.Panel>
            <Tabs.Panel value="review">
              <ReviewSettings person={settings.data.person} review={settings.data.review} />
            </Tabs.Panel>
          </>
        )}
        <Tabs.Panel value="checks">
          <CheckSettings />
        </Tabs.Panel>
        <Tabs.Panel value="library">
          <LibrarySettings />
        </Tabs.Panel>
        <Tabs.Panel value="about">
          <About />
        </Tabs.Panel>
      </div>
    </Tabs>
  )
}

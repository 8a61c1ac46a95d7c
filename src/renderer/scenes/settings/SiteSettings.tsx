import {
  Button,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { SiteSettings as Schema, type SiteSettings as Values } from '#shared/contract/settings.ts'
import { orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { HotLinksEditor } from './HotLinksEditor.tsx'
import classes from './Settings.module.css'

const timeZones = [...new Set(['Asia/Shanghai', ...Intl.supportedValuesOf('timeZone'), 'UTC'])]
const languages = ['zh-CN', 'zh-TW', 'zh-HK', 'en']

/** What was typed and not saved when the form was left; it stays while others are open. */
let left: Partial<Values> = {}

/** People leave the slash out. */
const closed = (url: string) => url.trim().replace(/[^/]$/, '$&/')

export function SiteSettings({ site }: { site: Values }) {
  const { t } = useTranslation(['settings', 'common'])
  const queryClient = useQueryClient()
  const form = useForm<Values>({
    initialValues: site,
    validate: {
      title: (value) => (value.trim() ? null : t('settings:required')),
      baseUrl: (value) =>
        Schema.shape.baseUrl.safeParse(closed(value)).success ? null : t('settings:baseUrlInvalid'),
      pageSize: (value) =>
        Schema.shape.pageSize.safeParse(value).success ? null : t('settings:pageSizeInvalid'),
      hotLinks: {
        label: (value) => (value.trim() ? null : t('settings:required')),
        url: (value) => (/^https?:\/\/\S+/.test(value) ? null : t('settings:hotUrlInvalid')),
      },
    },
  })
  const { resetDirty, setValues } = form
  const typed = (): Partial<Values> => {
    const values = Object.entries(form.getValues()).filter(([field]) => form.isDirty(field))
    return Object.fromEntries(values)
  }
  const enter = useEffectEvent(() => setValues(left))
  const leave = useEffectEvent(() => {
    left = typed()
  })
  // Another window may have saved meanwhile; what is typed here stays.
  const update = useEffectEvent((saved: Values) => {
    const values = { ...saved, ...typed() }
    form.setInitialValues(saved)
    setValues(values)
  })
  useEffect(() => update(site), [site])
  useEffect(() => {
    enter()
    return () => leave()
  }, [])

  const save = useMutation(
    orpc.settings.update.mutationOptions({
      onSuccess: (settings) => {
        queryClient.setQueryData(orpc.settings.get.queryKey(), settings)
        setValues(settings.site)
        resetDirty(settings.site)
        notifications.show({ message: t('common:saved'), autoClose: 2500 })
      },
    }),
  )
  const dirty = form.isDirty()
  return (
    <form
      onSubmit={form.onSubmit(({ baseUrl }) => {
        const site = typed()
        save.mutate({ site: site.baseUrl === undefined ? site : { ...site, baseUrl: closed(baseUrl) } })
      })}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('settings:siteHint')}
        </Text>
        <SimpleGrid cols={2}>
          <TextInput
            label={t('settings:siteTitle')}
            required
            maxLength={120}
            {...form.getInputProps('title')}
          />
          <TextInput label={t('settings:tagline')} maxLength={300} {...form.getInputProps('tagline')} />
        </SimpleGrid>
        <TextInput
          label={t('settings:baseUrl')}
          description={t('settings:baseUrlHint')}
          required
          spellCheck={false}
          {...form.getInputProps('baseUrl')}
        />
        <SimpleGrid cols={3}>
          <Select
            label={t('settings:language')}
            allowDeselect={false}
            data={[...new Set([site.language, ...languages])]}
            {...form.getInputProps('language')}
          />
          <Select
            label={t('settings:timeZone')}
            title={t('settings:timeZoneHint')}
            searchable
            allowDeselect={false}
            limit={60}
            data={timeZones.includes(site.timeZone) ? timeZones : [site.timeZone, ...timeZones]}
            {...form.getInputProps('timeZone')}
          />
          <NumberInput
            label={t('settings:pageSize')}
            min={5}
            max={100}
            allowDecimal={false}
            {...form.getInputProps('pageSize')}
          />
        </SimpleGrid>
        <Textarea
          label={t('settings:copyright')}
          maxLength={300}
          autosize
          minRows={1}
          {...form.getInputProps('copyright')}
        />
        <HotLinksEditor form={form} />
        {save.error && <ErrorAlert error={save.error} />}
      </Stack>
      <div className={classes.savebar}>
        <Text size="sm" c="dimmed" role="status">
          {dirty ? t('settings:unsaved') : ''}
        </Text>
        <Group gap="xs" ml="auto">
          <Button variant="default" disabled={!dirty} onClick={() => setValues(site)}>
            {t('settings:revert')}
          </Button>
          <Button type="submit" disabled={!dirty} loading={save.isPending}>
            {t('common:save')}
          </Button>
        </Group>
      </div>
    </form>
  )
}

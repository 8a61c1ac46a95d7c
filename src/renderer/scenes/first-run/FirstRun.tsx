import { Center, Loader, SimpleGrid, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconBooks, IconFileImport, IconPencil } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'
import { useDesk } from '../../shell/desk-actions.ts'
import classes from './FirstRun.module.css'

/** What a new library shows. */
export function FirstRun() {
  const { t } = useTranslation('firstRun')
  const desk = useDesk()
  const sample = useMutation(
    orpc.library.loadSample.mutationOptions({
      onSuccess: ({ articles }) => notifications.show({ message: t('sampleLoaded', { count: articles }) }),
      onError: reportError,
    }),
  )
  const ways = [
    {
      icon: IconPencil,
      title: t('emptyTitle'),
      hint: t('emptyHint'),
      start: () => desk.newArticle(),
    },
    {
      icon: IconBooks,
      title: t('sampleTitle'),
      hint: t('sampleHint'),
      start: () => sample.mutate(undefined),
      busy: sample.isPending,
    },
    {
      icon: IconFileImport,
      title: t('importTitle'),
      hint: t('importHint'),
      start: () => desk.importFiles(),
    },
  ]
  return (
    <Center h="100%" p="xl">
      <Stack gap="xl" maw={880}>
        <Stack gap={4} align="center">
          <Title order={1} fz={26}>
            {t('title')}
          </Title>
          <Text c="dimmed">{t('hint')}</Text>
        </Stack>
        <SimpleGrid cols={3}>
          {ways.map(({ icon: Icon, title, hint, start, busy = false }) => (
            <UnstyledButton
              key={title}
              className={classes.card}
              onClick={start}
              disabled={sample.isPending}
              aria-busy={busy}
            >
              {busy ? (
                <Loader size={26} className={classes.icon} />
              ) : (
                <Icon size={26} stroke={1.4} aria-hidden className={classes.icon} />
              )}
              <Text fw={600}>{title}</Text>
              <Text size="sm" c="dimmed">
                {hint}
              </Text>
            </UnstyledButton>
          ))}
        </SimpleGrid>
      </Stack>
    </Center>
  )
}

import { Anchor, Button, Group, List, Stack, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ArticleId } from '#shared/model/ids.ts'
import { orpc } from '../../api/client.ts'
import { useDesk } from '../../shell/desk-actions.ts'
import { clearFilters } from '../library/library-view.ts'

interface ImportResultProps {
  progress: { created: ArticleId[]; failed: { fileName: string; reason: string }[] }
  stopped: boolean
  onAgain: () => void
  onClose: () => void
}

const shown = 8

export function ImportResult({ progress, stopped, onAgain, onClose }: ImportResultProps) {
  const { t } = useTranslation(['importing', 'common'])
  const desk = useDesk()
  const [, navigate] = useLocation()
  const { created, failed } = progress
  const articles = useQueries({
    queries: created.slice(0, shown).map((id) => orpc.articles.get.queryOptions({ input: { id } })),
  })
  const open = (id: ArticleId) => {
    onClose()
    desk.openArticle(id)
  }
  const [first] = created
  return (
    <Stack>
      <Group gap="xs">
        <IconCircleCheck size={20} color="var(--mantine-color-green-7)" aria-hidden />
        <Text fw={600} role="status">
          {t(stopped ? 'importing:stoppedTitle' : 'importing:doneTitle', { count: created.length })}
        </Text>
      </Group>
      <List size="sm" spacing={4}>
        {articles.map(({ data }) =>
          data ? (
            <List.Item key={data.id}>
              <Anchor component="button" type="button" size="sm" ta="left" onClick={() => open(data.id)}>
                {data.title || t('common:untitled')}
              </Anchor>
            </List.Item>
          ) : null,
        )}
        {created.length > shown && <List.Item>…</List.Item>}
      </List>
      {failed.length > 0 && (
        <Stack gap={4}>
          <Text size="sm" fw={600} c="var(--mantine-color-error)">
            {t('importing:failedTitle', { count: failed.length })}
          </Text>
          <List size="sm">
            {failed.map(({ fileName, reason }) => (
              <List.Item key={fileName}>
                {fileName} – {reason}
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onAgain}>
          {t('importing:again')}
        </Button>
        {first !== undefined && created.length === 1 ? (
          <Button data-autofocus onClick={() => open(first)}>
            {t('importing:openFirst')}
          </Button>
        ) : (
          <Button
            data-autofocus
            onClick={() => {
              onClose()
              clearFilters()
              navigate('/library')
            }}
          >
            {t('importing:openLibrary')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

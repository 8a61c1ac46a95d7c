import { Button, Center, Loader } from '@mantine/core'
import { IconFileAlert, IconFileOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { documentProblem } from '#shared/document/check-document.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import { orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { saveFailure } from './draft/save-failure.ts'
import { useDraft } from './draft/use-draft.ts'
import { EditorDesk } from './EditorDesk.tsx'
import type { Sides } from './split/sides.ts'

/** Opens the draft of an article and its desk. */
export function ArticleDesk({ articleId, sides }: { articleId: ArticleId; sides: Sides }) {
  const { t } = useTranslation('editor')
  const [, navigate] = useLocation()
  const { draft, error, retry } = useDraft(articleId)
  const { data: info, error: infoError } = useQuery(orpc.app.info.queryOptions())
  const problem = useMemo(() => draft && documentProblem(draft.body().read()), [draft])

  if (error && saveFailure(error).kind === 'gone')
    return (
      <EmptyState icon={IconFileOff} title={t('gone')}>
        {sides.close === null && (
          <Button variant="default" onClick={() => navigate('/library')}>
            {t('backToLibrary')}
          </Button>
        )}
      </EmptyState>
    )
  if (error || infoError)
    return (
      <Center h="100%" p="xl">
        <ErrorAlert error={error ?? infoError} onRetry={retry} />
      </Center>
    )
  if (!draft || !info)
    return (
      <Center h="100%">
        <Loader size="sm" />
      </Center>
    )
  // An editor that dropped what it cannot read would save the rest over it.
  if (problem) return <EmptyState icon={IconFileAlert} title={t('unreadable')} hint={problem} />
  return <EditorDesk draft={draft} mediaBase={info.mediaBase} sides={sides} />
}

import { Button } from '@mantine/core'
import { IconFileOff, IconSearchOff, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../shell/desk-actions.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { clearFilters, useLibraryView } from './library-view.ts'

/** Why the list is empty and what to do about it. */
export function NoArticles() {
  const { t } = useTranslation(['library', 'shell'])
  const { filter, text } = useLibraryView()
  const desk = useDesk()
  const clear = (
    <Button variant="default" onClick={clearFilters}>
      {t('library:clearFilters')}
    </Button>
  )
  if (text.trim()) {
    return (
      <EmptyState
        icon={IconSearchOff}
        title={t('library:noHit', { text: text.trim() })}
        hint={t('library:noResultHint')}
      >
        {clear}
      </EmptyState>
    )
  }
  if (filter.state === 'trash') return <EmptyState icon={IconTrash} title={t('library:emptyTrashState')} />
  const { categoryId } = filter
  return (
    <EmptyState icon={IconFileOff} title={t('library:noResult')} hint={t('library:noResultHint')}>
      {clear}
      <Button onClick={() => desk.newArticle(categoryId ? { categoryId } : {})}>
        {t('shell:newArticle')}
      </Button>
    </EmptyState>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { CategoryId } from '#shared/model/ids.ts'
import { orpc } from '../../api/client.ts'

export function useCategoryName(): (id: CategoryId | null) => string {
  const { t } = useTranslation('editor')
  const { data } = useQuery(orpc.categories.list.queryOptions())
  return useCallback(
    (id) => data?.find((category) => category.id === id)?.name ?? t('inspector.noCategory'),
    [data, t],
  )
}

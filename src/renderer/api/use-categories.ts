import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CategoryId } from '#shared/model/ids.ts'
import { type CategoryNode, categoryTree } from '../ui/category-tree.ts'
import { orpc } from './client.ts'

const none: CategoryNode[] = []

/** All categories in the order of the tree. */
export function useCategories(): CategoryNode[] {
  return useQuery(orpc.categories.list.queryOptions({ select: categoryTree })).data ?? none
}

export function useCategoryName(): (id: CategoryId | null) => string {
  const { t } = useTranslation()
  const categories = useCategories()
  const names = useMemo(
    () => new Map(categories.map(({ category }) => [category.id, category.name])),
    [categories],
  )
  return useCallback((id) => (id && names.get(id)) || t('noCategory'), [names, t])
}

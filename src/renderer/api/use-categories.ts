import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
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
  return useCallback(
    (id) => categories.find(({ category }) => category.id === id)?.category.name ?? t('noCategory'),
    [categories, t],
  )
}

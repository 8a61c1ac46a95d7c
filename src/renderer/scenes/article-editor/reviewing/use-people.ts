import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '../../../api/client.ts'

/** Who wrote what, and who writes here. */
export function usePeople() {
  const { t } = useTranslation('review')
  const queryClient = useQueryClient()
  const { data: people } = useQuery(orpc.people.list.queryOptions())
  const { data: settings } = useQuery(orpc.settings.get.queryOptions())
  const known = useMemo(() => new Map((people ?? []).map((person) => [person.id, person])), [people])

  /** Gives the editor of this machine a name. */
  const giveName = useCallback(
    async (name: string): Promise<void> => {
      const changed = await client.settings.update({ person: { name } })
      queryClient.setQueryData(orpc.settings.get.queryKey(), changed)
      await queryClient.invalidateQueries({ queryKey: orpc.people.key() })
    },
    [queryClient],
  )

  return {
    me: settings?.person,
    giveName,
    nameOf: (id: string): string =>
      known.get(id)?.name || (id === settings?.person.id ? t('person.nameless') : t('person.unknown')),
    colourOf: (id: string): string => `var(--mantine-color-${known.get(id)?.colour ?? 'gray'}-6)`,
  }
}

export type People = ReturnType<typeof usePeople>

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '../../api/client.ts'
import { LabelManager } from './LabelManager.tsx'

const limit = 1000

export function TagManager() {
  const { t } = useTranslation('categories')
  const [query, setQuery] = useState('')
  const labels = useQuery(
    orpc.tags.list.queryOptions({ input: { query, limit }, placeholderData: keepPreviousData }),
  )
  const all = useQuery(orpc.tags.list.queryOptions({ input: { query: '', limit } }))
  return (
    <LabelManager
      title={t('tabs.tags')}
      empty={{ title: t('noTags'), hint: t('noTagsHint') }}
      labels={labels}
      all={all}
      query={query}
      onQuery={setQuery}
      filterOf={(tag) => ({ tag })}
      maxLength={60}
      operations={{
        rename: ({ id }, name) => client.tags.rename({ id, name }),
        merge: ({ id }, into) => client.tags.merge({ id, intoId: into.id }),
        remove: ({ id }) => client.tags.delete({ id }),
      }}
    />
  )
}

export function BylineManager() {
  const { t } = useTranslation('categories')
  const [query, setQuery] = useState('')
  const labels = useQuery(
    orpc.bylines.list.queryOptions({ input: { query, limit }, placeholderData: keepPreviousData }),
  )
  const all = useQuery(orpc.bylines.list.queryOptions({ input: { query: '', limit } }))
  return (
    <LabelManager
      title={t('tabs.bylines')}
      empty={{ title: t('noBylines'), hint: t('noBylinesHint') }}
      labels={labels}
      all={all}
      query={query}
      onQuery={setQuery}
      filterOf={(byline) => ({ byline })}
      maxLength={120}
      operations={{
        rename: ({ id }, name) => client.bylines.rename({ id, name }),
        merge: ({ id }, into) => client.bylines.merge({ id, intoId: into.id }),
        remove: ({ id }) => client.bylines.delete({ id }),
      }}
    />
  )
}

import { Autocomplete, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../../api/client.ts'
import { useComposingValue } from '../../../ui/use-composing-value.ts'
import type { Draft } from '../draft/draft.ts'
import { useDraftState } from '../draft/use-draft.ts'

export function TagsField({ draft }: { draft: Draft }) {
  const { t } = useTranslation('editor')
  const { data: tags = [] } = useQuery(orpc.tags.list.queryOptions({ input: {} }))
  const value = useDraftState(draft, (state) => state.fields.tags)
  const change = (next: string[]) =>
    draft.change({ tags: [...new Set(next.map((tag) => tag.trim().slice(0, 60)))].filter(Boolean) })
  return (
    <TagsInput
      label={t('inspector.tags')}
      placeholder={value.length === 0 ? t('inspector.tagsPlaceholder') : undefined}
      data={tags.map(({ name }) => name)}
      value={value}
      onChange={change}
      splitChars={[',', '，', '、', ';', '；']}
      maxTags={50}
      limit={30}
    />
  )
}

export function BylineField({ draft }: { draft: Draft }) {
  const { t } = useTranslation('editor')
  const { data: bylines = [] } = useQuery(orpc.bylines.list.queryOptions({ input: {} }))
  const { value, change, composition } = useComposingValue(
    useDraftState(draft, (state) => state.fields.byline),
    (byline) => draft.change({ byline }),
  )
  return (
    <Autocomplete
      size="xs"
      label={t('inspector.byline')}
      data={[...new Set(bylines.map(({ name }) => name))]}
      value={value}
      onChange={change}
      {...composition}
      maxLength={120}
      limit={30}
    />
  )
}

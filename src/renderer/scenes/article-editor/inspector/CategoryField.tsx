import { Combobox, InputBase, ScrollArea, useCombobox } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '../../../api/client.ts'
import { reportError } from '../../../errors/report-error.ts'
import { categoryTree } from '../../../ui/category-tree.ts'
import type { Draft } from '../draft/draft.ts'
import { useDraftState } from '../draft/use-draft.ts'

const none = 'none'
const create = 'create:'

/** The tree of categories; what is typed and not there can be created, also under the one that is chosen. */
export function CategoryField({ draft }: { draft: Draft }) {
  const { t } = useTranslation('editor')
  const queryClient = useQueryClient()
  const [query, setQuery] = useState('')
  const ids = useId()
  const { data: categories = [] } = useQuery(orpc.categories.list.queryOptions())
  const chosen = useDraftState(draft, (state) => state.fields.categoryId)
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setQuery('')
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  })
  const current = categories.find(({ id }) => id === chosen)
  const wanted = query.trim()
  const shown = categoryTree(categories).filter(({ category }) =>
    category.name.toLowerCase().includes(wanted.toLowerCase()),
  )
  const isNew = wanted !== '' && !categories.some(({ name }) => name === wanted)

  const submit = async (value: string) => {
    combobox.closeDropdown()
    if (value === none) return draft.change({ categoryId: null })
    if (!value.startsWith(create))
      return draft.change({ categoryId: categories.find(({ id }) => String(id) === value)?.id ?? null })
    try {
      const parentId = value === `${create}under` ? chosen : null
      const made = await client.categories.create({ name: wanted, parentId })
      await queryClient.invalidateQueries({ queryKey: orpc.categories.key() })
      draft.change({ categoryId: made.id })
    } catch (error) {
      reportError(error)
    }
  }

  return (
    <Combobox store={combobox} onOptionSubmit={(value) => void submit(value)} size="xs">
      <Combobox.Target>
        <InputBase
          component="button"
          type="button"
          pointer
          size="xs"
          label={t('inspector.category')}
          // Else the label would stand in for the value: a button is named by one of the two.
          labelProps={{ id: `${ids}-label` }}
          aria-labelledby={`${ids}-label ${ids}-value`}
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
          onClick={() => combobox.toggleDropdown()}
        >
          <span id={`${ids}-value`}>{current?.name ?? t('inspector.noCategory')}</span>
        </InputBase>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={query}
          maxLength={60}
          onChange={(event) => setQuery(event.currentTarget.value)}
          placeholder={t('inspector.searchCategory')}
          aria-label={t('inspector.searchCategory')}
        />
        <Combobox.Options>
          <ScrollArea.Autosize mah={260} type="scroll">
            {wanted === '' && <Combobox.Option value={none}>{t('inspector.noCategory')}</Combobox.Option>}
            {shown.map(({ category: { id, name }, depth }) => (
              <Combobox.Option key={id} value={String(id)} active={id === chosen} pl={8 + depth * 16}>
                {name}
              </Combobox.Option>
            ))}
            {isNew && (
              <Combobox.Group label={t('inspector.createCategory', { name: wanted })}>
                <Combobox.Option value={`${create}top`}>{t('inspector.createTop')}</Combobox.Option>
                {current && (
                  <Combobox.Option value={`${create}under`}>
                    {t('inspector.createUnder', { name: current.name })}
                  </Combobox.Option>
                )}
              </Combobox.Group>
            )}
          </ScrollArea.Autosize>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

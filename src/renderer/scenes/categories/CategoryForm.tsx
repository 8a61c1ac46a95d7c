import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Category } from '#shared/contract/categories.ts'
import type { CategoryId } from '#shared/model/ids.ts'
import { Slug } from '#shared/model/slug.ts'
import { client, orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { presentError, reasonOf } from '../../errors/present-error.ts'

interface CategoryFormProps {
  /** Edits this one; without it, makes a new one under `parentId`. */
  category?: Category
  parentId?: CategoryId | null
  onSaved: (category: Category) => void
  onCancel?: () => void
}

type Values = Pick<Category, 'name' | 'slug' | 'description'>
const blank: Values = { name: '', slug: '', description: '' }

/** What was typed and not saved; it stays while other categories are chosen. */
const unsaved = new Map<CategoryId, Partial<Values>>()

export function CategoryForm({ category, parentId = null, onSaved, onCancel }: CategoryFormProps) {
  const { t } = useTranslation(['categories', 'common', 'settings'])
  const queryClient = useQueryClient()
  // Only what differs: another window may save the rest meanwhile.
  const [typed, setTyped] = useState(() => (category && unsaved.get(category.id)) ?? {})
  const { name, slug, description }: Values = { ...(category ?? blank), ...typed }
  const keep = (values: Partial<Values>) => {
    setTyped(values)
    if (category) unsaved.set(category.id, values)
  }
  const type = (values: Partial<Values>) => keep({ ...typed, ...values })
  const save = useMutation({
    mutationFn: (sent: Partial<Values>) =>
      category
        ? client.categories.update({ id: category.id, ...sent })
        : client.categories.create({ name, parentId, description, ...(slug && { slug }) }),
    onSuccess: (saved, sent) => {
      queryClient.setQueryData(orpc.categories.list.queryKey(), (list) =>
        list?.map((known) => (known.id === saved.id ? saved : known)),
      )
      // Somebody may have typed on while it was saved.
      keep(
        Object.fromEntries(
          Object.entries(typed).filter(([field, text]) => text !== sent[field as keyof Values]),
        ),
      )
      onSaved(saved)
    },
  })
  const reason = reasonOf(save.error)
  const problem = (about: string) => {
    if (reason !== about) return null
    const { title, next } = presentError(save.error)
    return t('common:labelled', { label: title, text: next })
  }
  const slugWrong = slug !== '' && !Slug.safeParse(slug).success
  const unchanged =
    category !== undefined &&
    name === category.name &&
    slug === category.slug &&
    description === category.description
  const revert = () => {
    keep({})
    save.reset()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!slugWrong) save.mutate(typed)
  }
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm">
        <TextInput
          label={t('categories:name')}
          name="category-name"
          data-autofocus
          required
          maxLength={60}
          value={name}
          error={problem('duplicate-name')}
          onChange={(event) => type({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('categories:slug')}
          description={category ? t('categories:slugWarning') : t('categories:slugHint')}
          required={category !== undefined}
          spellCheck={false}
          value={slug}
          error={slugWrong ? t('categories:slugInvalid') : problem('duplicate-slug')}
          onChange={(event) => type({ slug: event.currentTarget.value })}
        />
        <Textarea
          label={t('categories:description')}
          description={t('categories:descriptionHint')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={500}
          value={description}
          onChange={(event) => type({ description: event.currentTarget.value })}
        />
        {save.error && !reason.startsWith('duplicate-') && <ErrorAlert error={save.error} />}
        <Group justify="flex-end">
          {category && (
            <>
              <Text size="sm" c="dimmed" role="status" mr="auto">
                {unchanged ? '' : t('settings:unsaved')}
              </Text>
              <Button variant="default" disabled={unchanged} onClick={revert}>
                {t('settings:revert')}
              </Button>
            </>
          )}
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {t('common:cancel')}
            </Button>
          )}
          <Button
            type="submit"
            loading={save.isPending}
            disabled={!name.trim() || slugWrong || unchanged || (category !== undefined && !slug)}
          >
            {category ? t('common:save') : t('common:create')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Category } from '#shared/contract/categories.ts'
import type { CategoryId } from '#shared/model/ids.ts'
import { Slug } from '#shared/model/slug.ts'
import { client } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { presentError, reasonOf } from '../../errors/present-error.ts'

interface CategoryFormProps {
  /** Edits this one; without it, makes a new one under `parentId`. */
  category?: Category
  parentId?: CategoryId | null
  onSaved: (category: Category) => void
  onCancel?: () => void
}

export function CategoryForm({ category, parentId = null, onSaved, onCancel }: CategoryFormProps) {
  const { t } = useTranslation(['categories', 'common'])
  const [name, setName] = useState(category?.name ?? '')
  const [slug, setSlug] = useState(category?.slug ?? '')
  const [description, setDescription] = useState(category?.description ?? '')
  const save = useMutation({
    mutationFn: () =>
      category
        ? client.categories.update({ id: category.id, name, slug, description })
        : client.categories.create({ name, parentId, description, ...(slug && { slug }) }),
    onSuccess: onSaved,
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
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!slugWrong) save.mutate()
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
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('categories:slug')}
          description={category ? t('categories:slugWarning') : t('categories:slugHint')}
          required={category !== undefined}
          spellCheck={false}
          value={slug}
          error={slugWrong ? t('categories:slugInvalid') : problem('duplicate-slug')}
          onChange={(event) => setSlug(event.currentTarget.value)}
        />
        <Textarea
          label={t('categories:description')}
          description={t('categories:descriptionHint')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={500}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        {save.error && !reason.startsWith('duplicate-') && <ErrorAlert error={save.error} />}
        <Group justify="flex-end">
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

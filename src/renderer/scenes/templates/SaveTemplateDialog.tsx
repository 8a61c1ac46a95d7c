import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainCopy } from '#shared/document/plain-copy.ts'
import { client, orpc } from '../../api/client.ts'
import { selectedBlocks } from '../../editor/selected-blocks.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { Draft } from '../article-editor/draft/draft.ts'
import { templateContent } from './template-content.ts'

interface Props {
  kind: 'template' | 'snippet'
  draft: Draft
  editor: Editor
  onClose: () => void
}

/** Names what is kept: the article as a template, or the selection as a snippet. A name that is taken is replaced. */
export function SaveTemplateDialog({ kind, draft, editor, onClose }: Props) {
  const { t } = useTranslation(['templates', 'common'])
  const [doc] = useState(() => plainCopy(selectedBlocks(editor)))
  const [name, setName] = useState(() =>
    kind === 'template'
      ? draft.getState().fields.title
      : editor.schema.nodeFromJSON(doc).textContent.slice(0, 24),
  )
  const templates = useQuery(orpc.templates.list.queryOptions({ enabled: kind === 'template' }))
  const snippets = useQuery(orpc.snippets.list.queryOptions({ enabled: kind === 'snippet' }))
  const wanted = name.trim()
  const isWanted = (item: { name: string }) => item.name.toLowerCase() === wanted.toLowerCase()
  const template = templates.data?.find(isWanted)
  const snippet = snippets.data?.find(isWanted)
  const taken = kind === 'template' ? template : snippet

  const save = useMutation({
    mutationFn: async () => {
      if (kind === 'template') {
        const content = templateContent(draft.content())
        if (template) await client.templates.replace({ id: template.id, content })
        else await client.templates.create({ name: wanted, content })
      } else if (snippet) await client.snippets.replace({ id: snippet.id, content: { doc } })
      else await client.snippets.create({ name: wanted, content: { doc } })
    },
    onSuccess: () => {
      notifications.show({ message: t(`templates:${kind}Saved`, { name: wanted }) })
      onClose()
    },
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (wanted) save.mutate()
  }
  return (
    <Dialog onClose={onClose} title={t(`templates:${kind}Save`)}>
      <form onSubmit={onSubmit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t(`templates:${kind}Hint`)}
          </Text>
          <TextInput
            data-autofocus
            label={t('templates:name')}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {taken && <Text size="sm">{t('templates:taken', { name: taken.name })}</Text>}
          {save.error && <ErrorAlert error={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={!wanted} loading={save.isPending}>
              {taken ? t('templates:replace') : t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

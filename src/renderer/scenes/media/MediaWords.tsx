import { Stack, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Media, MediaWords as Schema } from '#shared/contract/media.ts'
import { client, orpc } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'

type Field = keyof typeof Schema.shape
const fields: readonly Field[] = ['fileName', 'alt', 'caption', 'credit', 'description']
const hints: Partial<Record<Field, 'altHint' | 'creditHint' | 'descriptionHint'>> = {
  alt: 'altHint',
  credit: 'creditHint',
  description: 'descriptionHint',
}

/** What a picture is called and inserted with; each field is saved when it is left. */
export function MediaWords({ media }: { media: Media }) {
  const { t } = useTranslation('media')
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({})

  const save = async (field: Field) => {
    const value = typed[field]
    if (value === undefined) return
    const given = Schema.partial().safeParse({ [field]: value })
    try {
      if (given.success && value !== media[field]) {
        const saved = await client.media.update({ id: media.id, changes: given.data })
        queryClient.setQueryData(orpc.media.get.queryKey({ input: { id: media.id } }), saved)
      }
      setTyped(({ [field]: _saved, ...rest }) => rest)
    } catch (error) {
      reportError(error)
    }
  }

  return (
    <Stack gap={8}>
      {fields.map((field) => {
        const hint = hints[field]
        const Input = field === 'fileName' || field === 'credit' ? TextInput : Textarea
        return (
          <Input
            key={field}
            label={t(`words.${field}`)}
            placeholder={hint && t(`words.${hint}`)}
            autosize={Input === Textarea ? true : undefined}
            minRows={Input === Textarea ? 1 : undefined}
            maxRows={Input === Textarea ? 5 : undefined}
            value={typed[field] ?? media[field]}
            onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [field]: value }))}
            onBlur={() => void save(field)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey) return
              event.preventDefault()
              void save(field)
            }}
          />
        )
      })}
    </Stack>
  )
}

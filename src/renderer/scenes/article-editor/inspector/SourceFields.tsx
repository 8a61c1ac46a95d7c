import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useComposingValue } from '../../../ui/use-composing-value.ts'
import type { Draft } from '../draft/draft.ts'
import { useDraftState } from '../draft/use-draft.ts'

const isAddress = (text: string) => text === '' || /^https?:\/\/[^\s/]+/i.test(text)

/** Where an article was first published. */
export function SourceFields({ draft }: { draft: Draft }) {
  const { t } = useTranslation('editor')
  const name = useComposingValue(
    useDraftState(draft, (state) => state.fields.sourceName),
    (sourceName) => draft.change({ sourceName }),
  )
  const stored = useDraftState(draft, (state) => state.fields.sourceUrl)
  const [written, setWritten] = useState<string | null>(null)
  const url = written ?? stored
  return (
    <>
      <TextInput
        label={t('inspector.sourceName')}
        value={name.value}
        onChange={(event) => name.change(event.currentTarget.value)}
        {...name.composition}
        maxLength={200}
      />
      <TextInput
        label={t('inspector.sourceUrl')}
        value={url}
        placeholder="https://"
        maxLength={2000}
        spellCheck={false}
        error={!isAddress(url) && t('inspector.sourceUrlWrong')}
        onChange={(event) => {
          const text = event.currentTarget.value.trim()
          setWritten(text)
          if (isAddress(text)) draft.change({ sourceUrl: text })
        }}
        onBlur={() => isAddress(url) && setWritten(null)}
      />
    </>
  )
}

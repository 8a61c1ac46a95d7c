import { Switch, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Slug } from '#shared/model/slug.ts'
import type { Draft } from '../draft/draft.ts'
import { useDraftState } from '../draft/use-draft.ts'
import classes from './Inspector.module.css'

/** Follows the title until somebody writes one; a written one is taken over when it is a slug. */
export function SlugField({ draft }: { draft: Draft }) {
  const { t } = useTranslation('editor')
  const slug = useDraftState(draft, (state) => state.fields.slug)
  const automatic = useDraftState(draft, (state) => state.fields.slugIsAutomatic)
  const published = useDraftState(draft, (state) => state.stored.publishedAt !== null)
  const [written, setWritten] = useState(slug)
  useEffect(() => setWritten(slug), [slug])

  const change = (text: string) => {
    setWritten(text)
    if (Slug.safeParse(text).success) draft.change({ slug: text, slugIsAutomatic: false })
  }
  const wrong = written !== slug && !Slug.safeParse(written).success

  return (
    <TextInput
      label={
        <span className={classes.labelWithSwitch}>
          {t('inspector.slug')}
          <Switch
            size="xs"
            labelPosition="left"
            label={t('inspector.slugAutomatic')}
            checked={automatic}
            onChange={(event) => draft.change({ slugIsAutomatic: event.currentTarget.checked })}
          />
        </span>
      }
      labelProps={{ className: classes.wideLabel, labelElement: 'div' }}
      aria-label={t('inspector.slug')}
      value={written}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => setWritten(slug)}
      error={wrong && t('inspector.slugWrong')}
      description={published ? t('inspector.slugPublished') : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      maxLength={80}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
    />
  )
}

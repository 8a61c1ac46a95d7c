import { useTranslation } from 'react-i18next'
import { ArticleFigures } from '../../analytics/ArticleFigures.tsx'
import type { Draft } from '../draft/draft.ts'
import { CategoryField } from './CategoryField.tsx'
import { CoverField } from './CoverField.tsx'
import { FactsPanel } from './FactsPanel.tsx'
import classes from './Inspector.module.css'
import { BylineField, TagsField } from './LabelFields.tsx'
import { PublishTimeField, StartingViewsField } from './PublishTimeField.tsx'
import { Section } from './Section.tsx'
import { SlugField } from './SlugField.tsx'
import { SourceFields } from './SourceFields.tsx'
import { StateField } from './StateField.tsx'

/** Everything about an article that is not its text. */
export function Inspector({ draft }: { draft: Draft }) {
  const { t } = useTranslation('editor')
  return (
    <div className={classes.inspector}>
      <div className={classes.fields}>
        <StateField draft={draft} />
        <CategoryField draft={draft} />
        <TagsField draft={draft} />
        <BylineField draft={draft} />
        <SlugField draft={draft} />
        <PublishTimeField draft={draft} />
      </div>
      <Section title={t('inspector.cover')}>
        <CoverField draft={draft} />
      </Section>
      <Section title={t('inspector.source')} startOpen={draft.getState().fields.sourceName !== ''}>
        <SourceFields draft={draft} />
        <StartingViewsField draft={draft} />
      </Section>
      <Section title={t('inspector.figures')} startOpen={draft.getState().stored.publishedAt !== null}>
        <ArticleFigures articleId={draft.id} />
      </Section>
      <Section title={t('inspector.facts')} startOpen={false}>
        <FactsPanel draft={draft} />
      </Section>
    </div>
  )
}

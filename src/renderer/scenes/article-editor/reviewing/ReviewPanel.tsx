import { SegmentedControl } from '@mantine/core'
import type { Editor } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../draft/draft.ts'
import { CommentsTab } from './CommentsTab.tsx'
import classes from './Reviewing.module.css'
import { ReviewTab } from './ReviewTab.tsx'
import { reviewTabs, showReviewTab, useReviewTab } from './review-tab.ts'
import { SuggestionsTab } from './SuggestionsTab.tsx'
import { useMarkedPlaces } from './use-marked-places.ts'
import { usePeople } from './use-people.ts'

/** What is said about the text, what is suggested for it, and whether it is approved. */
export function ReviewPanel({ draft, editor }: { draft: Draft; editor: Editor }) {
  const { t } = useTranslation('review')
  const tab = useReviewTab()
  const people = usePeople()
  const places = useMarkedPlaces(editor)

  return (
    <div className={classes.panel}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('panel')}
        value={tab}
        onChange={(value) => showReviewTab(reviewTabs.find((id) => id === value) ?? 'comments')}
        data={reviewTabs.map((id) => ({ value: id, label: t(`tabs.${id}`) }))}
      />
      {tab === 'comments' && <CommentsTab draft={draft} editor={editor} places={places} people={people} />}
      {tab === 'suggestions' && <SuggestionsTab editor={editor} places={places} people={people} />}
      {tab === 'review' && <ReviewTab draft={draft} people={people} />}
    </div>
  )
}

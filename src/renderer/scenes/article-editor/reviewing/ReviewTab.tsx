import { Alert, Anchor, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedArticle } from '#shared/contract/articles.ts'
import type { Review } from '#shared/contract/reviews.ts'
import type { RevisionId } from '#shared/model/ids.ts'
import { client, orpc } from '../../../api/client.ts'
import { ErrorAlert } from '../../../errors/ErrorAlert.tsx'
import { reportError } from '../../../errors/report-error.ts'
import { useFormat } from '../../../i18n/use-format.ts'

import type { Draft } from '../draft/draft.ts'
import { CompareDialog } from '../revisions/CompareDialog.tsx'
import { Byline } from './Byline.tsx'
import classes from './Reviewing.module.css'
import { keepUnsent, unsentText } from './unsent.ts'
import type { People } from './use-people.ts'

/** Who asked for a review, what came of it, and whether the approval still holds. */
export function ReviewTab({ draft, people }: { draft: Draft; people: People }) {
  const { t } = useTranslation('review')
  const box = `review:${draft.id}`
  const [addressee, setAddressee] = useState('')
  const [note, setNote] = useState(() => unsentText(box))
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [compared, setCompared] = useState<RevisionId | null>(null)
  const { data, error, refetch } = useQuery(
    orpc.reviews.list.queryOptions({ input: { articleId: draft.id } }),
  )
  const nameless = people.me?.name === ''

  const write = (text: string) => {
    setNote(text)
    keepUnsent(box, text)
  }
  const move = async (make: (seen: { baseVersion: number; note: string }) => Promise<SavedArticle>) => {
    setBusy(true)
    try {
      if (nameless && name.trim()) await people.giveName(name.trim())
      if (!(await draft.flush())) return
      draft.adopt(await make({ baseVersion: draft.baseVersion(), note: note.trim() }))
      write('')
      await refetch()
    } catch (failure) {
      reportError(failure)
    } finally {
      setBusy(false)
    }
  }
  const articleId = draft.id

  return (
    <>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {data && <Standing reviews={data} people={people} onCompare={setCompared} />}
      <Stack gap={6}>
        <TextInput
          size="xs"
          label={t('approval.addressee')}
          value={addressee}
          maxLength={60}
          onChange={(event) => setAddressee(event.currentTarget.value)}
        />
        <Textarea
          size="xs"
          label={t('approval.note')}
          value={note}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={2_000}
          onChange={(event) => write(event.currentTarget.value)}
        />
        {nameless && (
          <TextInput
            size="xs"
            label={t('person.name')}
            description={t('person.hint')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <Group gap={6} grow>
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy}
            onClick={() =>
              move((seen) => client.reviews.request({ articleId, addressee: addressee.trim(), ...seen }))
            }
          >
            {t('approval.request')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy}
            onClick={() => move((seen) => client.reviews.askForChanges({ articleId, ...seen }))}
          >
            {t('approval.askForChanges')}
          </Button>
        </Group>
        <Button
          size="compact-sm"
          disabled={busy}
          onClick={() => move((seen) => client.reviews.approve({ articleId, ...seen }))}
        >
          {t('approval.approve')}
        </Button>
      </Stack>
      {data && data.length > 0 && (
        <section aria-label={t('approval.history')}>
          <Text size="xs" fw={600} component="h3" className={classes.group}>
            {t('approval.history')}
          </Text>
          <ol className={classes.history}>
            {data.map((review) => (
              <HistoryItem key={review.uid} review={review} people={people} onCompare={setCompared} />
            ))}
          </ol>
        </section>
      )}
      {compared !== null && (
        <ApprovedRevision draft={draft} id={compared} onClose={() => setCompared(null)} />
      )}
    </>
  )
}

interface StandingProps {
  reviews: readonly Review[]
  people: People
  onCompare: (id: RevisionId) => void
}

function Standing({ reviews, people, onCompare }: StandingProps) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const [latest] = reviews
  const approval = reviews.find(({ kind }) => kind === 'approved')
  if (!latest)
    return (
      <Text size="sm" c="dimmed">
        {t('approval.none')}
      </Text>
    )
  const words = (review: Review) => ({
    name: people.nameOf(review.person),
    time: format.dateTime(review.createdAt),
  })
  if (approval?.endedAt === null)
    return (
      <Alert color="teal" icon={<IconCircleCheck size={18} aria-hidden />}>
        {t('approval.approved', words(approval))}
      </Alert>
    )
  // An approval that was followed by nothing but edits.
  if (approval && approval === latest)
    return (
      <Alert color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />} role="status">
        {t('approval.fellAway', words(approval))}{' '}
        {approval.revisionId !== null && <Compare id={approval.revisionId} onCompare={onCompare} />}
      </Alert>
    )
  if (latest.kind !== 'requested') return null
  return (
    <Text size="sm">
      {latest.addressee
        ? t('approval.requested', { ...words(latest), addressee: latest.addressee })
        : t('approval.requestedAnybody', words(latest))}
    </Text>
  )
}

const Compare = ({ id, onCompare }: { id: RevisionId; onCompare: (id: RevisionId) => void }) => {
  const { t } = useTranslation('review')
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      c="inherit"
      underline="always"
      onClick={() => onCompare(id)}
    >
      {t('approval.compare')}
    </Anchor>
  )
}

function HistoryItem({
  review,
  people,
  onCompare,
}: { review: Review } & Pick<StandingProps, 'people' | 'onCompare'>) {
  const { t } = useTranslation('review')
  const ended =
    review.endedAt === null ? '' : t(review.kind === 'approved' ? 'approval.ended' : 'approval.answered')
  return (
    <li>
      <Byline people={people} person={review.person} at={review.createdAt} />
      <Text size="sm">
        {t(`approval.kind.${review.kind}`)} {review.addressee && t('approval.to', { name: review.addressee })}
        {ended && (
          <Text span size="xs" c="dimmed">
            {' '}
            {ended}
          </Text>
        )}
      </Text>
      {review.note && (
        <Text size="sm" className={classes.words}>
          {review.note}
        </Text>
      )}
      {review.revisionId !== null && <Compare id={review.revisionId} onCompare={onCompare} />}
    </li>
  )
}

function ApprovedRevision({ draft, id, onClose }: { draft: Draft; id: RevisionId; onClose: () => void }) {
  const { data } = useQuery(orpc.revisions.get.queryOptions({ input: { id } }))
  return data ? <CompareDialog draft={draft} before={data} after={null} onClose={onClose} /> : null
}

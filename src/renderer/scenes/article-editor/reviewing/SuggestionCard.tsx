import { Group, Text } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { SuggestionPlace } from '../../../editor/review/marked-places.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Byline } from './Byline.tsx'
import classes from './Reviewing.module.css'
import type { People } from './use-people.ts'

const longest = 60
const short = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)

/** A suggestion in words. */
export function describe(
  t: TFunction<'review'>,
  { inserted, deleted, reformed, blocks }: SuggestionPlace,
): string {
  if (blocks.inserted && blocks.deleted) return t('suggestions.restructure')
  const [before, after] = [short(deleted.trim()), short(inserted.trim())]
  if (before && after) return t('suggestions.replace', { before, after })
  if (after) return t('suggestions.insert', { text: after })
  if (before) return t('suggestions.delete', { text: before })
  if (reformed) return t('suggestions.reform', { text: short(reformed.trim()) })
  if (blocks.inserted) return t('suggestions.breakIn')
  if (blocks.deleted) return t('suggestions.breakOut')
  return t(deleted ? 'suggestions.deleteBlock' : 'suggestions.insertBlock')
}

interface Props {
  suggestion: SuggestionPlace
  people: People
  onShow: () => void
  onDecide: (verdict: 'accept' | 'reject') => void
}

export function SuggestionCard({ suggestion, people, onShow, onDecide }: Props) {
  const { t } = useTranslation('review')
  const words = describe(t, suggestion)
  return (
    <article className={classes.card} aria-label={words}>
      <div className={classes.cardHead}>
        <Byline people={people} person={suggestion.author} at={suggestion.at} />
        <Group gap={2} wrap="nowrap">
          <IconButton
            size="sm"
            color="teal"
            label={t('suggestions.accept')}
            icon={IconCheck}
            onClick={() => onDecide('accept')}
          />
          <IconButton
            size="sm"
            color="red"
            label={t('suggestions.reject')}
            icon={IconX}
            onClick={() => onDecide('reject')}
          />
        </Group>
      </div>
      <button type="button" className={classes.show} title={t('suggestions.show')} onClick={onShow}>
        <Text size="sm" span>
          {words}
        </Text>
      </button>
    </article>
  )
}

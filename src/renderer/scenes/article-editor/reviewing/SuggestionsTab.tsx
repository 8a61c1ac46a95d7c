import { Button, Group, Menu, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconUsers } from '@tabler/icons-react'
import { type Editor, useEditorState } from '@tiptap/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showPlace, suggestionSelector } from '../../../editor/review/comment-marks.ts'
import type { MarkedPlaces } from '../../../editor/review/marked-places.ts'
import { resolveInText } from '../../../editor/review/resolve.ts'
import { stepSuggestion, suggestionsHere } from '../../../editor/review/step-suggestions.ts'
import { reportError } from '../../../errors/report-error.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { shortcut } from '../../../ui/shortcut.ts'
import classes from './Reviewing.module.css'
import { SuggestionCard } from './SuggestionCard.tsx'
import type { People } from './use-people.ts'

interface Props {
  editor: Editor
  places: MarkedPlaces
  people: People
}

/** So many cards are drawn; the rest on request. */
const pageSize = 60

export function SuggestionsTab({ editor, places, people }: Props) {
  const { t } = useTranslation('review')
  const [limit, setLimit] = useState(pageSize)
  const selecting = useEditorState({ editor, selector: () => !editor.state.selection.empty })
  const { suggestions } = places
  const authors = [...new Set(suggestions.map(({ author }) => author))]

  const decide = (verdict: 'accept' | 'reject', which: (id: string, author: string) => boolean) => {
    try {
      resolveInText(editor.view, ({ attrs }) =>
        which(String(attrs?.id), String(attrs?.author)) ? verdict : 'keep',
      )
    } catch (error) {
      reportError(error)
    }
  }
  const decideSelected = (verdict: 'accept' | 'reject') => {
    const ids = suggestionsHere(editor.view)
    decide(verdict, (id) => ids.has(id))
  }

  if (suggestions.length === 0)
    return (
      <div className={classes.empty}>
        <Text size="sm">{t('suggestions.empty')}</Text>
        <Text size="xs" c="dimmed">
          {t('suggestions.hint', { keys: shortcut('Mod+Alt+S') })}
        </Text>
      </div>
    )
  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed">
          {t('suggestions.count', { count: suggestions.length })}
        </Text>
        <Group gap={2} wrap="nowrap">
          <IconButton
            size="sm"
            label={t('suggestions.previous')}
            icon={IconArrowUp}
            iconSize={15}
            keys="mod+alt+K"
            onClick={() => stepSuggestion(editor.view, -1)}
          />
          <IconButton
            size="sm"
            label={t('suggestions.next')}
            icon={IconArrowDown}
            iconSize={15}
            keys="mod+alt+J"
            onClick={() => stepSuggestion(editor.view, 1)}
          />
          <Menu position="bottom-end">
            <Menu.Target>
              <IconButton size="sm" label={t('suggestions.byPerson')} icon={IconUsers} iconSize={15} />
            </Menu.Target>
            <Menu.Dropdown>
              {authors.flatMap((author) => [
                <Menu.Item
                  key={`accept-${author}`}
                  onClick={() => decide('accept', (_id, by) => by === author)}
                >
                  {t('suggestions.acceptBy', { name: people.nameOf(author) })}
                </Menu.Item>,
                <Menu.Item
                  key={`reject-${author}`}
                  onClick={() => decide('reject', (_id, by) => by === author)}
                >
                  {t('suggestions.rejectBy', { name: people.nameOf(author) })}
                </Menu.Item>,
              ])}
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
      <Group gap={6} grow onMouseDown={(event) => event.preventDefault()}>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => (selecting ? decideSelected('accept') : decide('accept', () => true))}
        >
          {t(selecting ? 'suggestions.acceptSelected' : 'suggestions.acceptAll')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => (selecting ? decideSelected('reject') : decide('reject', () => true))}
        >
          {t(selecting ? 'suggestions.rejectSelected' : 'suggestions.rejectAll')}
        </Button>
      </Group>
      {suggestions.slice(0, limit).map((suggestion) => (
        <SuggestionCard
          key={suggestion.id}
          suggestion={suggestion}
          people={people}
          onShow={() => showPlace(editor.view, suggestionSelector(suggestion.id))}
          onDecide={(verdict) => decide(verdict, (id) => id === suggestion.id)}
        />
      ))}
      {suggestions.length > limit && (
        <Button size="compact-xs" variant="subtle" onClick={() => setLimit((count) => count + pageSize)}>
          {t('suggestions.count', { count: suggestions.length - limit })}…
        </Button>
      )}
    </>
  )
}

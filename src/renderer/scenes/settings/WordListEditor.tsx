import { Button, FileButton, Group, ScrollArea, Text, TextInput } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { IconTrash } from '@tabler/icons-react'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedWord, WordList } from '#shared/contract/checks.ts'
import { client, orpc } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useComposingValue } from '../../ui/use-composing-value.ts'
import classes from './Settings.module.css'

const shownWords = 100

/** Changes a list and reads it again. */
function useWordChange() {
  const queryClient = useQueryClient()
  return (change: () => Promise<unknown>) =>
    void change()
      .then(() => queryClient.invalidateQueries({ queryKey: orpc.checks.words.key() }))
      .catch(reportError)
}

/** One of the newsroom's lists: import a file, add, look up, remove. */
export function WordListEditor({ list }: { list: WordList }) {
  const { t } = useTranslation('checks')
  const [query, setQuery] = useState('')
  const { data } = useQuery(
    orpc.checks.words.queryOptions({
      input: { list, query, limit: shownWords },
      placeholderData: keepPreviousData,
    }),
  )
  const total = data?.total ?? 0

  const run = useWordChange()
  const importFile = (file: File | null) =>
    file &&
    run(async () => {
      const { added, ignored } = await client.checks.importWords({ list, file })
      notifications.show({ message: t('imported', { added, ignored }) })
    })
  const clear = () =>
    modals.openConfirmModal({
      title: t('clearTitle', { list: t(`list.${list}`) }),
      children: <Text size="sm">{t('clearHint', { count: total })}</Text>,
      labels: { confirm: t('clear'), cancel: t('cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => run(() => client.checks.clearWords({ list })),
    })
  const label = (word: ListedWord) => (list === 'spelling' ? `${word.word} → ${word.preferred}` : word.word)

  return (
    <section aria-label={t(`list.${list}`)}>
      <Group justify="space-between" mb={6}>
        <div>
          <Text fw={600} size="sm">
            {t(`list.${list}`)}
          </Text>
          <Text size="xs" c="dimmed">
            {t(`listHint.${list}`)}
          </Text>
        </div>
        <Group gap={6}>
          <FileButton onChange={importFile} accept=".txt,.csv,.tsv,text/plain">
            {(props) => (
              <Button {...props} size="compact-xs" variant="default">
                {t('import')}
              </Button>
            )}
          </FileButton>
          <Button size="compact-xs" variant="default" disabled={total === 0} onClick={clear}>
            {t('clear')}
          </Button>
        </Group>
      </Group>
      <AddWord list={list} />
      {(total > 0 || query !== '') && (
        <>
          <Group gap={8} mt={8}>
            <SearchField size="xs" w={220} value={query} onChange={setQuery} aria-label={t('searchWords')} />
            <Text size="xs" c="dimmed">
              {t('words', { count: total })}
            </Text>
          </Group>
          <ScrollArea.Autosize mah={180} mt={6} viewportProps={{ tabIndex: 0 }}>
            <ul className={classes.words}>
              {data?.items.map((word) => (
                <li key={word.word}>
                  <span>{label(word)}</span>
                  <IconButton
                    icon={IconTrash}
                    label={t('removeWord', { word: word.word })}
                    onClick={() => run(() => client.checks.removeWords({ list, words: [word.word] }))}
                  />
                </li>
              ))}
            </ul>
          </ScrollArea.Autosize>
        </>
      )}
    </section>
  )
}

function AddWord({ list }: { list: WordList }) {
  const { t } = useTranslation('checks')
  const run = useWordChange()
  const [word, setWord] = useState('')
  const [preferred, setPreferred] = useState('')
  const first = useComposingValue(word, setWord)
  const second = useComposingValue(preferred, setPreferred)
  const isWhole = word.trim() !== '' && (list === 'sensitive' || preferred.trim() !== '')
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (!isWhole) return
    run(async () => {
      await client.checks.addWord({ list, word, preferred: list === 'spelling' ? preferred : '' })
      setWord('')
      setPreferred('')
    })
  }
  return (
    <form onSubmit={add}>
      <Group gap={6}>
        <TextInput
          value={first.value}
          aria-label={t(list === 'spelling' ? 'wrongWord' : 'word')}
          placeholder={t(list === 'spelling' ? 'wrongWord' : 'word')}
          maxLength={100}
          onChange={(event) => first.change(event.currentTarget.value)}
          {...first.composition}
        />
        {list === 'spelling' && (
          <TextInput
            value={second.value}
            aria-label={t('preferred')}
            placeholder={t('preferred')}
            maxLength={100}
            onChange={(event) => second.change(event.currentTarget.value)}
            {...second.composition}
          />
        )}
        <Button type="submit" size="xs" variant="default" disabled={!isWhole}>
          {t('add')}
        </Button>
      </Group>
    </form>
  )
}

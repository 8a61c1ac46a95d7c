import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '#shared/contract/search.ts'
import { orpc } from '../../api/client.ts'
import { useCategoryName } from '../../api/use-categories.ts'
import { useDesk } from '../../shell/desk-actions.ts'
import { Highlighted } from '../../ui/Highlighted.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { bestMatches } from '../../ui/match-name.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useFocusReturned } from '../../ui/use-focus-returned.ts'
import { usePinyin } from '../../ui/use-pinyin.ts'
import classes from './Palette.module.css'
import { usePaletteActions } from './use-palette-actions.ts'
import { useTextActions } from './use-text-actions.ts'

interface Choice {
  key: string
  group: string
  run: () => void
  content: ReactNode
}

export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('palette')
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const root = useFocusReturned()
  const choices = useChoices(text)
  const index = Math.min(active, choices.length - 1)
  const optionId = (at: number) => `${listId}-${at}`

  useEffect(() => {
    document.getElementById(`${listId}-${index}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, index])

  const choose = (choice: Choice | undefined) => {
    if (!choice) return
    onClose()
    choice.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const count = choices.length
    if (event.key === 'ArrowDown') setActive((index + 1) % Math.max(1, count))
    else if (event.key === 'ArrowUp') setActive((index - 1 + count) % Math.max(1, count))
    else if (event.key === 'Enter') choose(choices[index])
    else return
    event.preventDefault()
  }

  return (
    <div className={classes.palette} ref={root}>
      <SearchField
        // In the moment it is there: who opens it writes on.
        autoFocus
        size="md"
        variant="unstyled"
        classNames={{ input: classes.input }}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={choices.length > 0 ? optionId(index) : undefined}
        aria-label={t('title')}
        placeholder={t('placeholder')}
        value={text}
        onChange={(value) => {
          setText(value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div className={classes.list} id={listId} role="listbox" aria-label={t('title')}>
        {choices.length === 0 && (
          <div className={classes.nothing} role="option" aria-selected={false} aria-disabled>
            {t('nothing')}
          </div>
        )}
        {choices.map((choice, at) => (
          <div key={choice.key} role="presentation">
            {choice.group !== choices[at - 1]?.group && (
              <div className={classes.group} role="presentation">
                {choice.group}
              </div>
            )}
            <div
              id={optionId(at)}
              className={classes.option}
              role="option"
              aria-selected={at === index}
              onMouseMove={() => setActive(at)}
              onClick={() => choose(choice)}
            >
              {choice.content}
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}

/** Without text: commands and what was last worked on; with text: what matches it. */
function useChoices(text: string): Choice[] {
  const { t } = useTranslation('palette')
  const desk = useDesk()
  const categoryName = useCategoryName()
  const actions = usePaletteActions()
  const wanted = text.trim()
  const found = useQuery(
    orpc.search.query.queryOptions({
      input: { text: wanted, limit: 12 },
      enabled: wanted !== '',
      placeholderData: keepPreviousData,
      gcTime: 30_000,
    }),
  )
  const recent = useQuery(orpc.articles.list.queryOptions({ input: { limit: 6 }, enabled: wanted === '' }))
  const hits: SearchHit[] = wanted
    ? (found.data?.hits ?? [])
    : (recent.data?.items ?? []).map((article) => ({
        article,
        titleRanges: [],
        snippet: '',
        snippetRanges: [],
      }))
  const articles = hits.map((hit) => ({
    key: `article-${hit.article.id}`,
    group: wanted ? t('articles') : t('recent'),
    run: () => desk.openArticle(hit.article.id),
    content: <Article hit={hit} category={categoryName(hit.article.categoryId)} />,
  }))
  const textActions = useTextActions()
  usePinyin()
  const all = [
    ...textActions.map((action) => ({ ...action, group: t('text') })),
    ...actions.map((action) => ({ ...action, group: t('actions') })),
  ]
  // What can be done to the text is a long list: asked for by name.
  const offered = wanted === '' ? all.filter(({ group }) => group !== t('text')) : all
  const matching = bestMatches(offered, wanted, ({ label, words }) => [label, words])
  const commands = matching.map(({ key, group, label, icon: Icon, shortcut, run }) => ({
    key,
    group,
    run,
    content: (
      <>
        <Icon size={17} stroke={1.6} aria-hidden />
        <span className={classes.label}>{label}</span>
        {shortcut && <Keys shortcut={shortcut} />}
      </>
    ),
  }))
  return [...articles, ...commands]
}

function Article({ hit, category }: { hit: SearchHit; category: string }) {
  const { t } = useTranslation()
  return (
    <span className={classes.article}>
      <span className={classes.title} title={hit.article.title}>
        {hit.article.title ? (
          <Highlighted text={hit.article.title} ranges={hit.titleRanges} />
        ) : (
          t('untitled')
        )}
      </span>
      <span className={classes.about}>
        <StateMark state={hit.article.state} />
        <span>{category}</span>
        {hit.snippet && (
          <span className={classes.snippet}>
            <Highlighted text={hit.snippet} ranges={hit.snippetRanges} />
          </span>
        )}
      </span>
    </span>
  )
}

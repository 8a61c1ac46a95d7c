import { Button, Select, TextInput } from '@mantine/core'
import { IconListSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCategories } from '../../api/use-categories.ts'
import { FindOptionButtons } from '../../editor/FindOptionButtons.tsx'
import type { FindQuery } from '../../editor/find-query.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { useDesk } from '../../shell/desk-actions.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useComposingValue } from '../../ui/use-composing-value.ts'
import { idOfOption } from '../categories/category-options.ts'
import { FindFooter } from './FindFooter.tsx'
import classes from './Finding.module.css'
import { FoundArticles } from './FoundArticles.tsx'
import { useLibraryFind } from './use-library-find.ts'
import { useUndoOffer } from './use-undo-offer.ts'

/** Find and replace over the library: every change is shown before it is made, and all of them can be taken back. */
export function LibraryFind({ start, onClose }: { start: FindQuery; onClose: () => void }) {
  const { t } = useTranslation('finding')
  const desk = useDesk()
  const categories = useCategories()
  const [asked, setAsked] = useState(start)
  const [categoryId, setCategoryId] = useState<string | null>(null)
  const finder = useLibraryFind()
  const { state } = finder
  const offerUndo = useUndoOffer()
  const query = useComposingValue(asked.query, (text) => setAsked({ ...asked, query: text }))
  const replacement = useComposingValue(asked.replacement, (text) =>
    setAsked({ ...asked, replacement: text }),
  )

  /** Another replacement than the one that is shown must not be made: what is listed has to be what happens. */
  const inquiry = JSON.stringify([asked, categoryId])
  const [listed, setListed] = useState(inquiry)

  const keepWayBack = () => {
    if (state.replaced && state.step !== 'undone') offerUndo(state.replaced)
  }
  const search = () => {
    if (asked.query === '') return
    keepWayBack()
    setListed(inquiry)
    void finder.find(asked, { categoryId: idOfOption(categories, categoryId) })
  }
  const begin = useRef(search)
  useEffect(() => begin.current(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) search()
  }
  const close = () => {
    finder.stop()
    keepWayBack()
    onClose()
  }
  const isFixed = state.step === 'replacing' || state.step === 'replaced' || state.step === 'undone'

  return (
    <Dialog onClose={close} title={t('title')} size={860}>
      <div className={classes.dialog}>
        <div className={classes.form}>
          <TextInput
            data-autofocus
            label={t('query')}
            value={query.value}
            w={280}
            rightSectionWidth={74}
            rightSection={
              <FindOptionButtons
                options={asked.options}
                onChange={(options) => setAsked({ ...asked, options })}
              />
            }
            onChange={(event) => query.change(event.currentTarget.value)}
            {...query.composition}
            onKeyDown={onKeyDown}
          />
          <TextInput
            label={t('replacement')}
            value={replacement.value}
            w={220}
            onChange={(event) => replacement.change(event.currentTarget.value)}
            {...replacement.composition}
            onKeyDown={onKeyDown}
          />
          <Select
            label={t('scope')}
            placeholder={t('everywhere')}
            data={categories.map(({ category, path }) => ({
              value: String(category.id),
              label: path.join(' › '),
            }))}
            value={categoryId}
            onChange={setCategoryId}
            clearable
            clearButtonProps={{ 'aria-label': t('everywhere') }}
            w={170}
          />
          <Button size="xs" disabled={asked.query === ''} onClick={search}>
            {t('search')}
          </Button>
        </div>
        {state.error !== null && <ErrorAlert error={state.error} onRetry={search} />}
        <div className={classes.results}>
          {state.hits.length > 0 ? (
            <FoundArticles
              hits={state.hits}
              replacing={!isFixed}
              left={state.left}
              onLeft={finder.choose}
              onOpen={(id) => {
                close()
                desk.openArticle(id)
              }}
            />
          ) : (
            <EmptyState
              icon={IconListSearch}
              title={t(state.step === 'found' && !state.error ? 'nothing' : 'begin')}
            />
          )}
        </div>
        <FindFooter
          state={state}
          outdated={inquiry !== listed}
          onStop={finder.stop}
          onReplace={finder.replace}
          onUndo={finder.undo}
        />
      </div>
    </Dialog>
  )
}

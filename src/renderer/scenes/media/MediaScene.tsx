import { Alert, Button, FileButton, Text, VisuallyHidden } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { IconPhoto, IconPhotoOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedMedia } from '#shared/contract/media.ts'
import type { MediaId } from '#shared/model/ids.ts'
import { orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFollowedRow } from '../../ui/use-followed-row.ts'
import { DuplicatesDialog } from './DuplicatesDialog.tsx'
import classes from './Media.module.css'
import { MediaBulkBar } from './MediaBulkBar.tsx'
import { MediaDetail } from './MediaDetail.tsx'
import { MediaGrid } from './MediaGrid.tsx'
import { MediaToolbar } from './MediaToolbar.tsx'
import { clearMediaFilters, updateMediaView, useMediaView } from './media-view.ts'
import { UploadStrip } from './UploadStrip.tsx'
import { useMediaActions } from './use-media-actions.tsx'
import { useMediaRows } from './use-media-rows.ts'
import { useMediaSelection } from './use-media-selection.ts'
import { useMediaUploads } from './use-media-uploads.ts'
import { usePictureDrop } from './use-picture-drop.ts'

/** The library's pictures: find, look after, edit, replace, clear away. */
export function MediaScene() {
  const { t } = useTranslation('media')
  useDocumentTitle(`${t('title')} · Galley`)
  const view = useDeferredValue(useMediaView())
  const rows = useMediaRows(view)
  const key = JSON.stringify(view)
  const selection = useMediaSelection(key)
  const [shown, setShown] = useState<MediaId | null>(null)
  const [active, setActive] = useState(-1)
  const [finding, setFinding] = useState(false)
  const grid = useRef<HTMLDivElement>(null)
  const detail = useRef<HTMLElement>(null)
  const actions = useMediaActions()
  const { data: status } = useQuery(orpc.media.status.queryOptions())
  const uploads = useMediaUploads(({ id }) => setShown(id))
  const over = usePictureDrop(uploads.add)

  useFollowedRow((index) => rows.at(index)?.id, active, setActive)

  const moveTo = (index: number) => {
    setActive(index)
    const picture = rows.at(index)
    if (picture) setShown(picture.id)
  }
  const remove = (pictures: ListedMedia[]) =>
    actions.confirmDelete(
      pictures.map(({ id }) => id),
      () => {
        selection.clear()
        setActive(-1)
      },
    )
  const filtered = view.text.trim() !== '' || Object.keys(view.filter).length > 0

  return (
    <div className={classes.scene} data-wide={shown === null || undefined}>
      <section className={classes.main} aria-label={t('title')}>
        <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
        {selection.chosen.size > 0 ? (
          <MediaBulkBar selection={selection} onDelete={remove} />
        ) : (
          <MediaToolbar
            count={rows.pending ? null : rows.count}
            onUpload={uploads.add}
            onDuplicates={() => setFinding(true)}
            focusGrid={() => grid.current?.focus()}
          />
        )}
        <UploadStrip state={uploads.state} onStop={uploads.stop} onDismiss={uploads.dismiss} />
        {status?.problem ? (
          <Alert color="yellow" radius={0}>
            {t('stalled', { why: t(`problem.${status.problem}`) })}
          </Alert>
        ) : (
          status !== undefined &&
          status.pending > 0 && (
            <Text className={classes.strip} c="dimmed" role="status">
              {t('pending', { count: status.pending })}
            </Text>
          )
        )}
        {rows.error ? (
          <div className={classes.notice}>
            <ErrorAlert error={rows.error} onRetry={rows.retry} />
          </div>
        ) : rows.count === 0 && !rows.pending ? (
          filtered ? (
            <EmptyState icon={IconPhotoOff} title={t('noResult')} hint={t('noResultHint')}>
              <Button variant="default" onClick={clearMediaFilters}>
                {t('clearFilters')}
              </Button>
            </EmptyState>
          ) : (
            <EmptyState icon={IconPhoto} title={t('empty')} hint={t('emptyHint')}>
              <FileButton onChange={uploads.add} accept="image/*" multiple>
                {(button) => <Button {...button}>{t('upload')}</Button>}
              </FileButton>
            </EmptyState>
          )
        ) : (
          <MediaGrid
            key={key}
            ref={grid}
            rows={rows}
            active={active}
            onActive={moveTo}
            onOpen={({ id }) => {
              setShown(id)
              detail.current?.focus()
            }}
            selection={selection}
            onDelete={remove}
          />
        )}
        {over && (
          <div className={classes.drop}>
            <Text fw={600}>{t('drop')}</Text>
          </div>
        )}
      </section>
      {shown !== null && (
        <MediaDetail
          key={shown}
          ref={detail}
          id={shown}
          onShow={setShown}
          onClose={() => {
            setShown(null)
            grid.current?.focus()
          }}
          onEdited={(id) => {
            updateMediaView({ sort: 'newest' })
            setShown(id)
          }}
        />
      )}
      {finding && <DuplicatesDialog onClose={() => setFinding(false)} />}
    </div>
  )
}

import { Button, Group, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPhoto, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../ui/IconButton.tsx'
import { useComposingValue } from '../../../ui/use-composing-value.ts'
import { MediaPicker } from '../../media/MediaPicker.tsx'
import type { Draft } from '../draft/draft.ts'
import { useDraftState } from '../draft/use-draft.ts'
import { useMediaUrl } from '../use-media-url.ts'
import classes from './Inspector.module.css'

export function CoverField({ draft }: { draft: Draft }) {
  const { t } = useTranslation('editor')
  const [picking, picker] = useDisclosure(false)
  const mediaUrl = useMediaUrl()
  const cover = useDraftState(draft, (state) => state.fields.cover)
  const alt = useComposingValue(
    useDraftState(draft, (state) => state.fields.coverAlt),
    (coverAlt) => draft.change({ coverAlt }),
  )
  return (
    <div>
      {cover ? (
        <>
          <div className={classes.cover}>
            <img src={mediaUrl(cover)} alt={alt.value} />
            <Group gap={4} className={classes.coverActions}>
              <Button size="compact-xs" variant="default" onClick={picker.open}>
                {t('inspector.coverReplace')}
              </Button>
              <IconButton
                size={22}
                variant="default"
                label={t('inspector.coverRemove')}
                icon={IconX}
                iconSize={14}
                onClick={() => draft.change({ cover: null })}
              />
            </Group>
          </div>
          <TextInput
            mt={6}
            aria-label={t('inspector.coverAlt')}
            placeholder={t('inspector.coverAlt')}
            value={alt.value}
            onChange={(event) => alt.change(event.currentTarget.value)}
            {...alt.composition}
            maxLength={500}
          />
        </>
      ) : (
        <button type="button" className={classes.coverEmpty} onClick={picker.open}>
          <IconPhoto size={18} stroke={1.5} aria-hidden />
          {t('inspector.coverChoose')}
        </button>
      )}
      {picking && (
        <MediaPicker
          title={t('media.title')}
          onClose={picker.close}
          onPick={({ id, alt: words }) => {
            draft.change({ cover: id, ...(words && alt.value === '' && { coverAlt: words }) })
            picker.close()
          }}
        />
      )}
    </div>
  )
}

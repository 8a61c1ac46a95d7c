import 'react-image-crop/dist/ReactCrop.css'
import { Button, Center, Group, Loader, Select, Text } from '@mantine/core'
import { IconFlipHorizontal, IconFlipVertical, IconRotate2, IconRotateClockwise2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { centerCrop, makeAspectCrop, type PercentCrop, ReactCrop } from 'react-image-crop'
import type { Media } from '#shared/contract/media.ts'
import { client, orpc } from '../../api/client.ts'
import { useMediaUrl } from '../../api/use-media-url.ts'
import { reportError } from '../../errors/report-error.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import type { EditPictureProps } from './edit-picture-props.ts'
import classes from './Media.module.css'
import { shownIn, useMediaActions } from './use-media-actions.tsx'
import { type Turn, useTurnedPicture } from './use-turned-picture.ts'

const whole: PercentCrop = { unit: '%', x: 0, y: 0, width: 100, height: 100 }
/** On the screen, px: with less the cut has no handles that could make it larger again. */
const leastSide = 24
const upright: Turn = { rotate: 0, flipX: false, flipY: false }
const turns = { 0: [270, 90], 90: [0, 180], 180: [90, 270], 270: [180, 0] } as const
const shapes = ['16:9', '3:2', '4:3', '1:1', '3:4', '2:1'] as const
const ratio = (shape: string): number | undefined => {
  const [across = 0, down = 0] = shape.split(':').map(Number)
  return down ? across / down : undefined
}

export function CutPicture({ media, onSaved, onlyHere }: EditPictureProps) {
  const { t } = useTranslation('media')
  const mediaUrl = useMediaUrl()
  const actions = useMediaActions()
  const usage = useQuery(orpc.media.usage.queryOptions({ input: { id: media.id } })).data
  const [turn, setTurn] = useState(upright)
  const [crop, setCrop] = useState<PercentCrop>(whole)
  const [shape, setShape] = useState('free')
  const [saving, setSaving] = useState(false)
  const picture = useTurnedPicture(mediaUrl?.(media.id) ?? '', turn)
  const quarter = turn.rotate % 180 !== 0
  const [width, height] = quarter ? [media.height, media.width] : [media.width, media.height]
  const aspect = shape === 'original' ? width / height : ratio(shape)
  const isCut = crop.width < 99.95 || crop.height < 99.95
  const unchanged = !isCut && turn.rotate === 0 && !turn.flipX && !turn.flipY
  const uses = shownIn(usage)

  const shapeTo = (next: string, [across, down] = [width, height]) => {
    setShape(next)
    const wanted = next === 'original' ? across / down : ratio(next)
    setCrop(
      wanted === undefined
        ? whole
        : centerCrop(makeAspectCrop({ unit: '%', width: 100 }, wanted, across, down), across, down),
    )
  }
  const turnTo = (next: Turn) => {
    setTurn(next)
    shapeTo(shape, next.rotate % 180 === turn.rotate % 180 ? [width, height] : [height, width])
  }

  const save = async (then: (made: Media) => unknown) => {
    setSaving(true)
    try {
      const share = (value: number) => Math.min(1, Math.max(0, value / 100))
      const made = await client.media.edit({
        id: media.id,
        edit: {
          ...turn,
          crop: isCut
            ? { x: share(crop.x), y: share(crop.y), width: share(crop.width), height: share(crop.height) }
            : null,
        },
      })
      await then(made)
      onSaved(made)
    } catch (error) {
      reportError(error)
    } finally {
      setSaving(false)
    }
  }

  const [left, right] = turns[turn.rotate]
  const tools = [
    { label: t('editor.rotateLeft'), icon: IconRotate2, run: () => turnTo({ ...turn, rotate: left }) },
    {
      label: t('editor.rotateRight'),
      icon: IconRotateClockwise2,
      run: () => turnTo({ ...turn, rotate: right }),
    },
    {
      label: t('editor.flipX'),
      icon: IconFlipHorizontal,
      run: () => turnTo({ ...turn, flipX: !turn.flipX }),
    },
    {
      label: t('editor.flipY'),
      icon: IconFlipVertical,
      run: () => turnTo({ ...turn, flipY: !turn.flipY }),
    },
  ]
  return (
    <>
      <Group gap={6}>
        {tools.map(({ label, icon: Icon, run }) => (
          <IconButton key={label} variant="default" size={30} label={label} icon={Icon} onClick={run} />
        ))}
        <Select
          ml="xs"
          w={120}
          aria-label={t('editor.aspect')}
          allowDeselect={false}
          data={[
            { value: 'free', label: t('editor.free') },
            { value: 'original', label: t('editor.original') },
            ...shapes,
          ]}
          value={shape}
          onChange={(value) => shapeTo(value ?? 'free')}
        />
        <Button
          variant="subtle"
          color="gray"
          disabled={unchanged}
          onClick={() => {
            setTurn(upright)
            shapeTo('free', [media.width, media.height])
          }}
        >
          {t('editor.reset')}
        </Button>
        <Text size="sm" c="dimmed" ml="auto" role="status">
          {t('editor.resultSize', {
            width: Math.max(1, Math.round((width * crop.width) / 100)),
            height: Math.max(1, Math.round((height * crop.height) / 100)),
          })}
        </Text>
      </Group>
      <div className={classes.canvas}>
        {picture ? (
          <ReactCrop
            crop={crop}
            {...(aspect !== undefined && { aspect })}
            keepSelection
            minWidth={Math.min(leastSide, width)}
            minHeight={Math.min(leastSide, height)}
            ruleOfThirds
            onChange={(_pixels, percent) => setCrop(percent)}
            ariaLabels={cropLabels(t('editor.cutLabel'))}
          >
            <img src={picture} alt={media.alt || media.fileName} />
          </ReactCrop>
        ) : (
          <Center>
            <Loader size="sm" />
          </Center>
        )}
      </div>
      <Text size="xs" c="dimmed">
        {t('editor.cutHint')}
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button
          variant="default"
          disabled={unchanged || saving}
          onClick={() => void save(onlyHere ?? (() => {}))}
        >
          {t(onlyHere ? 'editor.saveHere' : 'editor.saveCopy')}
        </Button>
        {uses > 0 && (
          <Button
            disabled={unchanged}
            loading={saving}
            onClick={() => void save((made) => void actions.replace({ from: media.id, to: made.id }))}
          >
            {t('editor.saveEverywhere', { count: uses })}
          </Button>
        )}
      </Group>
    </>
  )
}

const cropLabels = (cropArea: string) => ({
  cropArea,
  nwDragHandle: `${cropArea} ↖`,
  nDragHandle: `${cropArea} ↑`,
  neDragHandle: `${cropArea} ↗`,
  eDragHandle: `${cropArea} →`,
  seDragHandle: `${cropArea} ↘`,
  sDragHandle: `${cropArea} ↓`,
  swDragHandle: `${cropArea} ↙`,
  wDragHandle: `${cropArea} ←`,
})

import { Button, Group, Slider, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { useMediaUrl } from '../../api/use-media-url.ts'
import { reportError } from '../../errors/report-error.ts'
import type { EditPictureProps } from './edit-picture-props.ts'
import classes from './Media.module.css'

const middle = { x: 0.5, y: 0.5 }
const percent = (share: number) => `${Math.round(share * 100)}%`
/** The shapes in which lists and covers show pictures. */
const shapes = ['2 / 1', '16 / 9', '3 / 2', '4 / 3', '1 / 1']

export function FocusPicture({ media, onSaved }: EditPictureProps) {
  const { t } = useTranslation('media')
  const mediaUrl = useMediaUrl()
  const url = mediaUrl?.(media.id) ?? ''
  const [focus, setFocus] = useState(media.focus ?? middle)
  const [saving, setSaving] = useState(false)
  const position = `${percent(focus.x)} ${percent(focus.y)}`

  const save = async () => {
    setSaving(true)
    const isMiddle = focus.x === middle.x && focus.y === middle.y
    try {
      onSaved(await client.media.update({ id: media.id, changes: { focus: isMiddle ? null : focus } }))
    } catch (error) {
      reportError(error)
    } finally {
      setSaving(false)
    }
  }

  return (
    <>
      <Text size="sm">{t('editor.focusHint')}</Text>
      <div className={classes.canvas}>
        {/* The sliders below do the same by keyboard. */}
        <div
          className={classes.focusFrame}
          role="presentation"
          onClick={(event) => {
            const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
            setFocus({
              x: Math.round(((event.clientX - left) / width) * 100) / 100,
              y: Math.round(((event.clientY - top) / height) * 100) / 100,
            })
          }}
        >
          <img src={url} alt={media.alt || media.fileName} draggable={false} />
          <span className={classes.focusPoint} style={{ left: percent(focus.x), top: percent(focus.y) }} />
        </div>
      </div>
      <div className={classes.focusTools}>
        <Stack gap={10}>
          {(['x', 'y'] as const).map((axis) => (
            <Group key={axis} wrap="nowrap" gap="sm">
              <Text size="xs" c="dimmed" w={64} flex="none">
                {t(axis === 'x' ? 'editor.focusX' : 'editor.focusY')}
              </Text>
              <Slider
                flex={1}
                size="sm"
                label={null}
                thumbLabel={t(axis === 'x' ? 'editor.focusX' : 'editor.focusY')}
                min={0}
                max={100}
                value={Math.round(focus[axis] * 100)}
                onChange={(value) => setFocus((before) => ({ ...before, [axis]: value / 100 }))}
              />
              <Text size="xs" w={34} ta="right">
                {percent(focus[axis])}
              </Text>
            </Group>
          ))}
        </Stack>
        <div className={classes.shapes} aria-hidden>
          {shapes.map((shape) => (
            <img key={shape} src={url} alt="" style={{ aspectRatio: shape, objectPosition: position }} />
          ))}
        </div>
      </div>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => setFocus(middle)}>
          {t('editor.center')}
        </Button>
        <Button loading={saving} onClick={() => void save()}>
          {t('editor.saveFocus')}
        </Button>
      </Group>
    </>
  )
}

import { SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/Dialog.tsx'
import { CutPicture } from './CutPicture.tsx'
import type { EditPictureProps } from './edit-picture-props.ts'
import { FocusPicture } from './FocusPicture.tsx'

export function EditPictureDialog(props: EditPictureProps) {
  const { t } = useTranslation('media')
  const [part, setPart] = useState('cut')
  return (
    <Dialog onClose={props.onClose} title={t('editor.title')} size={880}>
      <Stack gap="sm">
        <SegmentedControl
          w="fit-content"
          size="xs"
          aria-label={t('editor.title')}
          data={[
            { value: 'cut', label: t('editor.cut') },
            { value: 'focus', label: t('editor.focus') },
          ]}
          value={part}
          onChange={setPart}
        />
        {part === 'cut' ? <CutPicture {...props} /> : <FocusPicture {...props} />}
      </Stack>
    </Dialog>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { useTranslation } from 'react-i18next'
import { MediaId } from '#shared/model/ids.ts'
import { orpc } from '../../api/client.ts'
import { insertPicture, replaceSelectedPicture, selectedPicture } from '../../editor/picture-attributes.ts'
import { EditPictureDialog } from '../media/EditPictureDialog.tsx'
import { MediaPicker } from '../media/MediaPicker.tsx'

export type PictureDialog = 'insert' | 'edit' | null

interface Props {
  editor: Editor
  shown: PictureDialog
  onClose: () => void
}

/** Pictures of the library for the text: to put one in, or to edit the selected one. */
export function PictureDialogs({ editor, shown, onClose }: Props) {
  const { t } = useTranslation('media')
  if (shown === 'insert')
    return (
      <MediaPicker
        title={t('insert')}
        onClose={onClose}
        onPick={(media) => {
          insertPicture(editor.view, media)
          onClose()
        }}
      />
    )
  const id = MediaId.safeParse(selectedPicture(editor.state))
  if (shown === 'edit' && id.success) return <EditSelected editor={editor} id={id.data} onClose={onClose} />
  return null
}

function EditSelected({ editor, id, onClose }: { editor: Editor; id: MediaId; onClose: () => void }) {
  const { data: media } = useQuery(orpc.media.get.queryOptions({ input: { id } }))
  if (!media) return null
  return (
    <EditPictureDialog
      media={media}
      onClose={onClose}
      onSaved={onClose}
      onlyHere={(made) => replaceSelectedPicture(editor.view, made)}
    />
  )
}

import { IconLibraryPhoto, IconPhotoEdit } from '@tabler/icons-react'
import { selectedPicture } from '../picture-attributes.ts'
import type { EditorCommand } from './command.ts'

export const libraryPictureCommands: EditorCommand[] = [
  {
    id: 'imageFromLibrary',
    group: 'insert',
    label: (t) => t('media:insert'),
    icon: IconLibraryPhoto,
    slash: ['library', 'images', 'tuku'],
    run: (_editor, around) => around.pickFromLibrary(),
  },
  {
    id: 'editPicture',
    group: 'image',
    label: (t) => t('media:editPicture'),
    icon: IconPhotoEdit,
    isEnabled: (editor) => selectedPicture(editor.state) !== null,
    run: (_editor, around) => around.editPicture(),
  },
]

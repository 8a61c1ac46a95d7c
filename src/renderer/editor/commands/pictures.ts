import {
  IconArrowAutofitWidth,
  IconArrowLeft,
  IconArrowRight,
  IconColumns2,
  IconColumns3,
  IconGrid4x4,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignRight,
  IconLayoutGrid,
  IconPhotoMinus,
  IconPhotoPlus,
  IconSquareOff,
  IconZoomIn,
  IconZoomOut,
  type TablerIcon,
} from '@tabler/icons-react'
import { galleryColumns } from '#shared/document/gallery/gallery.ts'
import type { imageAlignments } from '#shared/document/image/image.ts'
import { addToGallery } from '../add-to-gallery.ts'
import { blockAround } from '../block-around.ts'
import {
  canGather,
  dissolveGallery,
  gather,
  inGallery,
  movePicture,
  nextSpan,
  setPicture,
  singlePicture,
  takeOut,
} from '../pictures.ts'
import type { EditorCommand } from './command.ts'

const place = (align: (typeof imageAlignments)[number] | null, icon: TablerIcon): EditorCommand => ({
  id: `image.${align ?? 'middle'}`,
  group: 'image',
  label: (t) => t(`blocks:imageAlign.${align ?? 'middle'}`),
  icon,
  isActive: ({ state }) => singlePicture(state)?.node.attrs.align === align,
  isEnabled: ({ state }) => singlePicture(state) !== null,
  run: (editor) => setPicture(editor, { align }),
})

/** Wider or narrower by one of the widths that a page knows. */
const step = (id: 'narrower' | 'wider', by: 1 | -1, icon: TablerIcon, keys: string): EditorCommand => ({
  id: `image.${id}`,
  group: 'image',
  label: (t) => t(`blocks:imageSpan.${id}`),
  icon,
  keys,
  isEnabled: ({ state }) => nextSpan(singlePicture(state)?.node, by) !== null,
  run: (editor) => setPicture(editor, { span: nextSpan(singlePicture(editor.state)?.node, by) }),
})

export const imageCommands: EditorCommand[] = [
  place('left', IconLayoutAlignLeft),
  place(null, IconLayoutAlignCenter),
  place('right', IconLayoutAlignRight),
  step('narrower', -1, IconZoomOut, 'Alt+-'),
  step('wider', 1, IconZoomIn, 'Alt+='),
  {
    id: 'image.natural',
    group: 'image',
    label: (t) => t('blocks:imageSpan.natural'),
    icon: IconArrowAutofitWidth,
    isActive: ({ state }) => singlePicture(state)?.node.attrs.span === null,
    isEnabled: ({ state }) => singlePicture(state) !== null,
    run: (editor) => setPicture(editor, { span: null }),
  },
  {
    id: 'image.gather',
    group: 'image',
    label: (t) => t('blocks:gather'),
    icon: IconLayoutGrid,
    isEnabled: ({ state }) => canGather(state),
    run: (editor) => gather(editor),
  },
]

const columnIcons = { 2: IconColumns2, 3: IconColumns3, 4: IconGrid4x4 }
const isInGallery: EditorCommand['isEnabled'] = ({ state }) => blockAround(state, 'gallery') !== null

const columns = (count: (typeof galleryColumns)[number] | null, icon: TablerIcon): EditorCommand => ({
  id: `gallery.columns${count ?? 'Auto'}`,
  group: 'gallery',
  label: (t) => (count ? t('blocks:galleryColumns', { count }) : t('blocks:galleryColumnsAuto')),
  icon,
  isActive: ({ state }) => blockAround(state, 'gallery')?.node.attrs.columns === count,
  isEnabled: isInGallery,
  run: ({ state, view }) => {
    const around = blockAround(state, 'gallery')
    if (around) view.dispatch(state.tr.setNodeAttribute(around.position, 'columns', count))
    view.focus()
  },
})

const move = (by: 1 | -1, icon: TablerIcon, keys: string): EditorCommand => ({
  id: `gallery.${by < 0 ? 'earlier' : 'later'}`,
  group: 'gallery',
  label: (t) => t(by < 0 ? 'blocks:galleryEarlier' : 'blocks:galleryLater'),
  icon,
  keys,
  isEnabled: ({ state }) => movePicture(state, by) !== null,
  run: ({ state, view }) => {
    const tr = movePicture(state, by)
    if (tr) view.dispatch(tr.scrollIntoView())
    view.focus()
  },
})

export const galleryCommands: EditorCommand[] = [
  columns(null, IconLayoutGrid),
  ...galleryColumns.map((count) => columns(count, columnIcons[count])),
  move(-1, IconArrowLeft, 'Alt+ArrowLeft'),
  move(1, IconArrowRight, 'Alt+ArrowRight'),
  {
    id: 'gallery.add',
    group: 'gallery',
    label: (t) => t('blocks:galleryAdd'),
    icon: IconPhotoPlus,
    isEnabled: isInGallery,
    run: (editor) => addToGallery(editor),
  },
  {
    id: 'gallery.takeOut',
    group: 'gallery',
    label: (t) => t('blocks:galleryTakeOut'),
    icon: IconPhotoMinus,
    isEnabled: ({ state }) => inGallery(state) !== null,
    run: (editor) => takeOut(editor),
  },
  {
    id: 'gallery.dissolve',
    group: 'gallery',
    label: (t) => t('blocks:galleryDissolve'),
    icon: IconSquareOff,
    isEnabled: isInGallery,
    run: (editor) => dissolveGallery(editor),
  },
]

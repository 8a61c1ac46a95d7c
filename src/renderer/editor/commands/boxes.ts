import {
  IconAlertCircle,
  IconAlertTriangle,
  IconBulb,
  IconInfoCircle,
  IconLayoutNavbarExpand,
  IconMessageReport,
  IconSquareOff,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { type CalloutKind, calloutKinds } from '#shared/document/callout/callout.ts'
import { blockAround } from '../block-around.ts'
import type { EditorCommand } from './command.ts'

const icons: Record<CalloutKind, TablerIcon> = {
  note: IconInfoCircle,
  tip: IconBulb,
  important: IconMessageReport,
  warning: IconAlertTriangle,
  caution: IconAlertCircle,
}

const setAttribute = (editor: Editor, type: string, name: string, value: unknown) => {
  const around = blockAround(editor.state, type)
  if (around) editor.view.dispatch(editor.state.tr.setNodeAttribute(around.position, name, value))
  editor.view.focus()
}

/** What kind of callout the caret is in. */
export const calloutCommands: EditorCommand[] = [
  ...calloutKinds.map(
    (kind): EditorCommand => ({
      id: `callout.${kind}`,
      group: 'callout',
      label: (t) => t(`blocks:calloutKind.${kind}`),
      icon: icons[kind],
      isActive: (editor) => editor.isActive('callout', { kind }),
      isEnabled: (editor) => editor.isActive('callout'),
      run: (editor) => setAttribute(editor, 'callout', 'kind', kind),
    }),
  ),
  {
    id: 'callout.unwrap',
    group: 'callout',
    label: (t) => t('blocks:unwrap'),
    icon: IconSquareOff,
    isEnabled: (editor) => editor.isActive('callout'),
    run: (editor) => editor.chain().focus().lift('callout').run(),
  },
]

export const detailsCommands: EditorCommand[] = [
  {
    id: 'details.open',
    group: 'details',
    label: (t) => t('blocks:detailsOpen'),
    icon: IconLayoutNavbarExpand,
    isActive: (editor) => editor.isActive('details', { open: true }),
    isEnabled: (editor) => editor.isActive('details'),
    run: (editor) =>
      setAttribute(editor, 'details', 'open', !blockAround(editor.state, 'details')?.node.attrs.open),
  },
]

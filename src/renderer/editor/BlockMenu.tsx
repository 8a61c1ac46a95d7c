import type { EditorState } from '@tiptap/pm/state'
import { type Editor, isTextSelection, useEditorState } from '@tiptap/react'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { blockAround } from './block-around.ts'
import type { CommandGroup, EditorSurroundings } from './commands/command.ts'
import { editorCommands } from './commands/index.ts'
import { FloatingTools } from './FloatingTools.tsx'

interface Props {
  editor: Editor
  around: EditorSurroundings
}

/** Types of blocks with tools of their own; each is the group of its commands. */
const kinds = ['image', 'table', 'callout', 'details'] as const satisfies CommandGroup[]

const blockWithTools = (state: EditorState) => {
  // Selected text has its own menu.
  if (isTextSelection(state.selection) && !state.selection.empty) return null
  const block = blockAround(state, 'gallery') ?? blockAround(state, ...kinds)
  return block && { kind: block.node.type.name, position: block.position }
}

/** What can be done to the table, picture, gallery or box with the caret, above it. */
export const BlockMenu = memo(function BlockMenu({ editor, around }: Props) {
  const { t } = useTranslation('blocks')
  const block = useEditorState({
    editor,
    selector: () => (editor.view.composing ? null : blockWithTools(editor.state)),
  })
  const kind = block?.kind
  const commands = useMemo(() => editorCommands.filter(({ group }) => group === kind), [kind])
  const dom = block && editor.view.nodeDOM(block.position)
  return (
    <FloatingTools
      editor={editor}
      around={around}
      commands={commands}
      label={t('menu')}
      anchor={dom instanceof HTMLElement ? dom : null}
    />
  )
})

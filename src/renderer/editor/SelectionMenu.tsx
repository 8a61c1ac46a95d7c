import { Paper } from '@mantine/core'
import {
  IconBold,
  IconCode,
  IconItalic,
  IconLink,
  IconStrikethrough,
  IconUnderline,
} from '@tabler/icons-react'
import { type Editor, isTextSelection, useEditorState } from '@tiptap/react'
import { BubbleMenu } from '@tiptap/react/menus'
import { useTranslation } from 'react-i18next'
import classes from './editor.module.css'
import { ToolButton } from './ToolButton.tsx'

interface Props {
  editor: Editor
  onLink: () => void
  openLink: (href: string) => void
}

const placing = { placement: 'top', offset: 8, flip: true, shift: { padding: 8 } } as const

/** Marks and link for the selection, above it. */
export function SelectionMenu({ editor, onLink, openLink }: Props) {
  const { t } = useTranslation('editor')
  const is = useEditorState({
    editor,
    selector: () => ({
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      underline: editor.isActive('underline'),
      strike: editor.isActive('strike'),
      code: editor.isActive('code'),
      link: editor.isActive('link'),
    }),
  })
  const run = () => editor.chain().focus()

  return (
    <BubbleMenu
      editor={editor}
      updateDelay={120}
      options={placing}
      className={classes.bubble}
      shouldShow={({ view, state, from, to, element }) => {
        if (view.composing || state.selection.$from.parent.type.spec.code) return false
        const inside = view.hasFocus() || element.contains(document.activeElement)
        if (!inside || !isTextSelection(state.selection)) return false
        if (from === to && editor.isActive('link')) return true
        return state.doc.textBetween(from, to).length > 0
      }}
    >
      <Paper shadow="md" withBorder className={classes.bubblePaper}>
        <ToolButton
          icon={IconBold}
          label={t('toolbar.bold')}
          active={is.bold}
          onClick={() => run().toggleBold().run()}
        />
        <ToolButton
          icon={IconItalic}
          label={t('toolbar.italic')}
          active={is.italic}
          onClick={() => run().toggleItalic().run()}
        />
        <ToolButton
          icon={IconUnderline}
          label={t('toolbar.underline')}
          active={is.underline}
          onClick={() => run().toggleUnderline().run()}
        />
        <ToolButton
          icon={IconStrikethrough}
          label={t('toolbar.strike')}
          active={is.strike}
          onClick={() => run().toggleStrike().run()}
        />
        <ToolButton
          icon={IconCode}
          label={t('toolbar.code')}
          active={is.code}
          onClick={() => run().toggleCode().run()}
        />
        <ToolButton icon={IconLink} label={t('toolbar.link')} active={is.link} onClick={onLink} />
        {is.link && <LinkAddress editor={editor} openLink={openLink} />}
      </Paper>
    </BubbleMenu>
  )
}

function LinkAddress({ editor, openLink }: Pick<Props, 'editor' | 'openLink'>) {
  const { t } = useTranslation('editor')
  const href = useEditorState({ editor, selector: () => String(editor.getAttributes('link').href ?? '') })
  return (
    <button
      type="button"
      className={classes.linkAddress}
      title={t('link.open')}
      onClick={() => openLink(href)}
    >
      {href}
    </button>
  )
}

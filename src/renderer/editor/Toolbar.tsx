import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconCode,
  IconH2,
  IconH3,
  IconH4,
  IconItalic,
  IconLink,
  IconList,
  IconListCheck,
  IconListNumbers,
  IconPhoto,
  IconSearch,
  IconSeparatorHorizontal,
  IconSourceCode,
  IconStrikethrough,
  IconUnderline,
} from '@tabler/icons-react'
import { type Editor, useEditorState } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import classes from './editor.module.css'
import { ToolButton } from './ToolButton.tsx'
import { useRovingFocus } from './use-roving-focus.ts'

interface Props {
  editor: Editor
  onLink: () => void
  onImage: () => void
  onFind: () => void
}

export function Toolbar({ editor, onLink, onImage, onFind }: Props) {
  const { t } = useTranslation('editor')
  const roving = useRovingFocus()
  const is = useEditorState({
    editor,
    selector: () => ({
      level: editor.isActive('heading') ? Number(editor.getAttributes('heading').level) : 0,
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      underline: editor.isActive('underline'),
      strike: editor.isActive('strike'),
      code: editor.isActive('code'),
      link: editor.isActive('link'),
      bulletList: editor.isActive('bulletList'),
      orderedList: editor.isActive('orderedList'),
      taskList: editor.isActive('taskList'),
      blockquote: editor.isActive('blockquote'),
      codeBlock: editor.isActive('codeBlock'),
      undo: editor.can().undo(),
      redo: editor.can().redo(),
    }),
  })
  const run = () => editor.chain().focus()
  const headings = [
    { level: 2, icon: IconH2 },
    { level: 3, icon: IconH3 },
    { level: 4, icon: IconH4 },
  ] as const

  return (
    <div className={classes.toolbar} aria-label={t('toolbar.label')} {...roving}>
      <ToolButton
        icon={IconArrowBackUp}
        label={t('toolbar.undo')}
        keys="Mod+Z"
        disabled={!is.undo}
        onClick={() => run().undo().run()}
      />
      <ToolButton
        icon={IconArrowForwardUp}
        label={t('toolbar.redo')}
        keys="Mod+Shift+Z"
        disabled={!is.redo}
        onClick={() => run().redo().run()}
      />
      <i />
      {headings.map(({ level, icon }) => (
        <ToolButton
          key={level}
          icon={icon}
          label={t('toolbar.heading', { level: level - 1 })}
          keys={`Mod+Alt+${level}`}
          active={is.level === level}
          onClick={() => run().toggleHeading({ level }).run()}
        />
      ))}
      <i />
      <ToolButton
        icon={IconBold}
        label={t('toolbar.bold')}
        keys="Mod+B"
        active={is.bold}
        onClick={() => run().toggleBold().run()}
      />
      <ToolButton
        icon={IconItalic}
        label={t('toolbar.italic')}
        keys="Mod+I"
        active={is.italic}
        onClick={() => run().toggleItalic().run()}
      />
      <ToolButton
        icon={IconUnderline}
        label={t('toolbar.underline')}
        keys="Mod+U"
        active={is.underline}
        onClick={() => run().toggleUnderline().run()}
      />
      <ToolButton
        icon={IconStrikethrough}
        label={t('toolbar.strike')}
        keys="Mod+Shift+S"
        active={is.strike}
        onClick={() => run().toggleStrike().run()}
      />
      <ToolButton
        icon={IconCode}
        label={t('toolbar.code')}
        keys="Mod+E"
        active={is.code}
        onClick={() => run().toggleCode().run()}
      />
      <ToolButton
        icon={IconLink}
        label={t('toolbar.link')}
        keys="Mod+Shift+K"
        active={is.link}
        onClick={onLink}
      />
      <i />
      <ToolButton
        icon={IconList}
        label={t('toolbar.bulletList')}
        keys="Mod+Shift+8"
        active={is.bulletList}
        onClick={() => run().toggleBulletList().run()}
      />
      <ToolButton
        icon={IconListNumbers}
        label={t('toolbar.orderedList')}
        keys="Mod+Shift+7"
        active={is.orderedList}
        onClick={() => run().toggleOrderedList().run()}
      />
      <ToolButton
        icon={IconListCheck}
        label={t('toolbar.taskList')}
        keys="Mod+Shift+9"
        active={is.taskList}
        onClick={() => run().toggleTaskList().run()}
      />
      <i />
      <ToolButton
        icon={IconBlockquote}
        label={t('toolbar.blockquote')}
        keys="Mod+Shift+B"
        active={is.blockquote}
        onClick={() => run().toggleBlockquote().run()}
      />
      <ToolButton
        icon={IconSourceCode}
        label={t('toolbar.codeBlock')}
        keys="Mod+Alt+C"
        active={is.codeBlock}
        onClick={() => run().toggleCodeBlock().run()}
      />
      <ToolButton
        icon={IconSeparatorHorizontal}
        label={t('toolbar.divider')}
        onClick={() => run().setHorizontalRule().run()}
      />
      <ToolButton icon={IconPhoto} label={t('toolbar.image')} onClick={onImage} />
      <i />
      <ToolButton icon={IconSearch} label={t('toolbar.find')} keys="Mod+F" onClick={onFind} />
    </div>
  )
}

import { ActionIcon, TextInput } from '@mantine/core'
import { IconCheck, IconExternalLink, IconUnlink, IconX } from '@tabler/icons-react'
import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { safeUrl } from '#shared/document/safe-url.ts'
import classes from './editor.module.css'

/** `www.example.com` is what people write; `example` alone is no address. */
export function linkAddress(written: string): string | null {
  const text = written.trim()
  if (/^[\w-]+(\.[\w-]+)+([/?#:].*)?$/u.test(text)) return safeUrl(`https://${text}`)
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return safeUrl(`mailto:${text}`)
  return safeUrl(text)
}

interface Props {
  editor: Editor
  onDone: () => void
  openLink: (href: string) => void
}

/** Sets, opens or removes the link of the selection, which stays marked meanwhile. */
export function LinkBar({ editor, onDone, openLink }: Props) {
  const { t } = useTranslation('editor')
  const present: string = editor.getAttributes('link').href ?? ''
  const [value, setValue] = useState(present)
  const [wrong, setWrong] = useState(false)

  const apply = () => {
    const href = linkAddress(value)
    if (value.trim() === '') return remove()
    if (!href) return setWrong(true)
    const chain = editor.chain().focus().extendMarkRange('link')
    // Without a selection the address itself is the text.
    if (editor.state.selection.empty && !present)
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
    else chain.setLink({ href }).run()
    onDone()
  }
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    onDone()
  }

  const close = () => {
    editor.commands.focus()
    onDone()
  }

  return (
    <form
      className={classes.findBar}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <TextInput
        value={value}
        onChange={(event) => {
          setValue(event.currentTarget.value)
          setWrong(false)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault()
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
          event.stopPropagation()
          close()
        }}
        error={wrong && t('link.wrong')}
        placeholder={t('link.placeholder')}
        aria-label={t('link.address')}
        w={360}
        autoFocus
      />
      <ActionIcon type="submit" size={26} aria-label={t('link.apply')}>
        <IconCheck size={16} />
      </ActionIcon>
      {present && (
        <>
          <ActionIcon size={26} aria-label={t('link.open')} onClick={() => openLink(present)}>
            <IconExternalLink size={16} />
          </ActionIcon>
          <ActionIcon size={26} aria-label={t('link.remove')} onClick={remove}>
            <IconUnlink size={16} />
          </ActionIcon>
        </>
      )}
      <ActionIcon size={26} aria-label={t('link.close')} onClick={close}>
        <IconX size={16} />
      </ActionIcon>
    </form>
  )
}

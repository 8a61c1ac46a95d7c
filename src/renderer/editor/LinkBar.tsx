import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { IconCheck, IconExternalLink, IconUnlink, IconX } from '@tabler/icons-react'
import type { Editor } from '@tiptap/react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkedArticle } from '#shared/contract/links.ts'
import { articleHref } from '#shared/document/link/link-target.ts'
import { useLinkChoices, useLinkedArticle } from '../api/use-linked-article.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { useComposingValue } from '../ui/use-composing-value.ts'
import classes from './editor.module.css'
import { linkAddress, looksLikeAddress } from './link-address.ts'

interface Props {
  editor: Editor
  onDone: () => void
  openLink: (href: string) => void
}

/** Sets, opens or removes the link of the selection, which stays marked meanwhile: an address, or an article found by its title. */
export function LinkBar({ editor, onDone, openLink }: Props) {
  const { t } = useTranslation(['editor', 'common'])
  const present: string = editor.getAttributes('link').href ?? ''
  const article = useLinkedArticle(present)
  const [written, setWritten] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const shown = written ?? (article ? article.title : article === null ? '' : present)
  const isSearch = shown.trim() !== '' && !looksLikeAddress(shown)
  const choices = useLinkChoices(shown.trim(), written !== null && (shown === '' || isSearch))
  const combobox = useCombobox()
  const field = useComposingValue(shown, (text) => {
    setWritten(text)
    setWrong(false)
    combobox.openDropdown()
  })

  // The best hit is what Enter takes while it is a title that is written.
  useEffect(() => {
    if (isSearch && choices.length > 0) combobox.selectFirstOption()
    else combobox.resetSelectedOption()
  }, [isSearch, choices, combobox.selectFirstOption, combobox.resetSelectedOption])

  const set = (href: string, text: string) => {
    const chain = editor.chain().focus().extendMarkRange('link')
    // Without a selection the address or title itself is the text.
    if (editor.state.selection.empty && !present)
      chain.insertContent({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }).run()
    else chain.setLink({ href }).run()
    onDone()
  }
  const choose = ({ uid, title }: LinkedArticle) => set(articleHref(uid), title || t('common:untitled'))
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    onDone()
  }
  const apply = () => {
    if (written === null && present) return close()
    if (shown.trim() === '') return remove()
    const href = linkAddress(shown)
    if (href) set(href, href)
    else setWrong(true)
  }
  const close = () => {
    editor.commands.focus()
    onDone()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return event.stopPropagation()
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    } else if (event.key === 'Enter' && combobox.getSelectedOptionIndex() < 0) {
      event.preventDefault()
      apply()
    }
  }

  return (
    <div className={classes.findBar} role="group" aria-label={t('editor:link.address')}>
      <Combobox
        store={combobox}
        onOptionSubmit={(uid) => {
          const chosen = choices.find((choice) => choice.uid === uid)
          if (chosen) choose(chosen)
        }}
      >
        <Combobox.Target>
          <TextInput
            value={field.value}
            onChange={(event) => field.change(event.currentTarget.value)}
            {...field.composition}
            onFocus={() => written !== null && combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
            onKeyDownCapture={onKeyDown}
            error={wrong && t('editor:link.wrong')}
            placeholder={t('editor:link.placeholder')}
            aria-label={t('editor:link.address')}
            w={420}
            autoFocus
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={choices.length === 0}>
          <Combobox.Options aria-label={t('editor:link.articles')}>
            {choices.map((choice) => (
              <Combobox.Option key={choice.uid} value={choice.uid} className={classes.linkChoice}>
                <span>{choice.title || t('common:untitled')}</span>
                <StateMark state={choice.state} />
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <IconButton size={26} label={t('editor:link.apply')} icon={IconCheck} onClick={apply} />
      {present && (
        <>
          <IconButton
            size={26}
            label={t('editor:link.open')}
            icon={IconExternalLink}
            onClick={() => openLink(present)}
          />
          <IconButton size={26} label={t('editor:link.remove')} icon={IconUnlink} onClick={remove} />
        </>
      )}
      <IconButton size={26} label={t('editor:link.close')} icon={IconX} onClick={close} />
      {article && article.state !== 'published' && (
        <span className={classes.findCount}>{t('editor:link.notPublished')}</span>
      )}
      {article === null && <span className={classes.findCount}>{t('editor:link.gone')}</span>}
    </div>
  )
}

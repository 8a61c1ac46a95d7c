import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportError } from '../../../errors/report-error.ts'
import { shortcut } from '../../../ui/shortcut.ts'
import { keepUnsent, unsentText } from './unsent.ts'
import { usePeople } from './use-people.ts'

interface Props {
  /** Names the box, so that unsent text is found again. */
  box: string
  label: string
  placeholder: string
  action: string
  /** What is there already, when words are edited. */
  text?: string
  autoFocus?: boolean
  onSend: (text: string) => Promise<unknown>
  onCancel?: () => void
}

/** Where comments are written. Enter is a new line; the input method has its keys to itself. */
export function Composer({ box, label, placeholder, action, text = '', autoFocus, onSend, onCancel }: Props) {
  const { t } = useTranslation(['review', 'common'])
  const { me, giveName } = usePeople()
  const [value, setValue] = useState(() => unsentText(box) || text)
  const [name, setName] = useState('')
  const [focused, setFocused] = useState(false)
  const [busy, setBusy] = useState(false)
  const nameless = me !== undefined && me.name === ''
  const open = autoFocus || focused || value.trim() !== ''

  const write = (next: string) => {
    setValue(next)
    keepUnsent(box, next === text ? '' : next)
  }
  const send = async () => {
    if (value.trim() === '' || busy || (nameless && name.trim() === '')) return
    setBusy(true)
    try {
      if (nameless) await giveName(name.trim())
      write('')
      await onSend(value.trim())
    } catch (error) {
      write(value)
      reportError(error)
    } finally {
      setBusy(false)
    }
  }
  const cancel = () => {
    write(text)
    setFocused(false)
    onCancel?.()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void send()
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      // What is written stays until it is given up on purpose.
      if (value.trim() === text.trim()) cancel()
      else if (event.target instanceof HTMLElement) event.target.blur()
    }
  }

  return (
    <Stack gap={6} onKeyDown={onKeyDown}>
      <Textarea
        size="xs"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        autosize
        minRows={open ? 2 : 1}
        maxRows={12}
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus ?? false}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {nameless && open && (
        <TextInput
          size="xs"
          label={t('review:person.name')}
          description={t('review:person.hint')}
          value={name}
          required
          onFocus={() => setFocused(true)}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      {open && (
        <Group gap={6} justify="space-between" wrap="nowrap">
          <Text size="xs" c="dimmed">
            {t('review:comments.sendKeys', { keys: shortcut('Mod+Enter') })}
          </Text>
          <Group gap={6} wrap="nowrap">
            <Button size="compact-xs" variant="subtle" color="gray" onMouseDown={keepFocus} onClick={cancel}>
              {t('common:cancel')}
            </Button>
            <Button
              size="compact-xs"
              loading={busy}
              disabled={value.trim() === '' || (nameless && name.trim() === '')}
              onMouseDown={keepFocus}
              onClick={() => void send()}
            >
              {action}
            </Button>
          </Group>
        </Group>
      )}
    </Stack>
  )
}

/** A press must not blur the box first: the buttons would move from under the pointer. */
const keepFocus = (event: { preventDefault(): void }) => event.preventDefault()

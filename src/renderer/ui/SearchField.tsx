import { CloseButton, TextInput, type TextInputProps } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type CompositionEvent, type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface SearchFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'onKeyDown'> {
  value: string
  /** Not called with what an input method is still composing. */
  onChange: (value: string) => void
  /** Not called for keys that belong to an input method. */
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  ref?: Ref<HTMLInputElement>
}

/** A search-as-you-type field that leaves input methods alone. */
export function SearchField({ value, onChange, onKeyDown, ...props }: SearchFieldProps) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(value)
  const composing = useRef(false)
  useEffect(() => {
    if (!composing.current) setShown(value)
  }, [value])
  return (
    <TextInput
      type="search"
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={
        shown ? <CloseButton size="sm" aria-label={t('clear')} onClick={() => onChange('')} /> : undefined
      }
      {...props}
      value={shown}
      onChange={({ currentTarget }) => {
        setShown(currentTarget.value)
        if (!composing.current) onChange(currentTarget.value)
      }}
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={({ currentTarget }: CompositionEvent<HTMLInputElement>) => {
        composing.current = false
        onChange(currentTarget.value)
      }}
      onKeyDown={(event) => {
        // 229: the key that ends a composition, where isComposing is false already.
        if (!composing.current && !event.nativeEvent.isComposing && event.keyCode !== 229) onKeyDown?.(event)
      }}
    />
  )
}

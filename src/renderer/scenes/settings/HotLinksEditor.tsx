import { Button, Stack, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconArrowDown, IconArrowUp, IconGripVertical, IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SiteSettings } from '#shared/contract/settings.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import classes from './Settings.module.css'

/** The links beside every article, in order: by dragging or with the buttons. */
export function HotLinksEditor({ form }: { form: UseFormReturnType<SiteSettings> }) {
  const { t } = useTranslation('settings')
  const dragged = useRef<number>(null)
  const [over, setOver] = useState<number>()
  const links = form.values.hotLinks
  const move = (from: number, to: number) => form.reorderListItem('hotLinks', { from, to })
  return (
    <Stack gap={6} role="group" aria-label={t('hotLinks')} mt="sm">
      <div>
        <Text fw={600}>{t('hotLinks')}</Text>
        <Text size="xs" c="dimmed">
          {links.length === 0 ? t('noHotLinks') : t('hotLinksHint')}
        </Text>
      </div>
      {links.map(({ label }, index) => (
        <div
          key={form.key(`hotLinks.${index}`)}
          className={classes.hotLink}
          data-over={over === index || undefined}
          onDragOver={(event) => {
            if (dragged.current === null) return
            event.preventDefault()
            setOver(index)
          }}
          onDrop={(event) => {
            event.preventDefault()
            if (dragged.current !== null) move(dragged.current, index)
            dragged.current = null
            setOver(undefined)
          }}
        >
          <span
            className={classes.grip}
            draggable
            aria-hidden
            onDragStart={(event) => {
              dragged.current = index
              event.dataTransfer.effectAllowed = 'move'
            }}
            onDragEnd={() => {
              dragged.current = null
              setOver(undefined)
            }}
          >
            <IconGripVertical size={16} stroke={1.4} style={{ marginTop: 7 }} />
          </span>
          <TextInput
            w={170}
            aria-label={t('hotLabel')}
            placeholder={t('hotLabel')}
            maxLength={40}
            {...form.getInputProps(`hotLinks.${index}.label`)}
          />
          <TextInput
            flex={1}
            aria-label={t('hotUrl')}
            placeholder="https://"
            spellCheck={false}
            {...form.getInputProps(`hotLinks.${index}.url`)}
          />
          <IconButton
            label={t('moveUp', { label })}
            icon={IconArrowUp}
            disabled={index === 0}
            onClick={() => move(index, index - 1)}
          />
          <IconButton
            label={t('moveDown', { label })}
            icon={IconArrowDown}
            disabled={index === links.length - 1}
            onClick={() => move(index, index + 1)}
          />
          <IconButton
            label={t('removeHotLink', { label })}
            icon={IconTrash}
            onClick={() => form.removeListItem('hotLinks', index)}
          />
        </div>
      ))}
      <Button
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={links.length >= 40}
        onClick={() => form.insertListItem('hotLinks', { label: '', url: 'https://' })}
      >
        {t('addHotLink')}
      </Button>
    </Stack>
  )
}

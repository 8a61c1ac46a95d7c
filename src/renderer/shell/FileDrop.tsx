import { Stack, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Shell.module.css'

/** Images belong to whatever they are dropped on; everything else is for the import. */
const forImport = (event: DragEvent) =>
  [...(event.dataTransfer?.items ?? [])].some(
    (item) => item.kind === 'file' && !item.type.startsWith('image/'),
  )

/** Files dropped anywhere on the window. */
export function FileDrop({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useTranslation('shell')
  const [over, setOver] = useState(false)
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      setOver(forImport(event))
      event.preventDefault()
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (!event.dataTransfer?.types.includes('Files')) return
      const taken = event.defaultPrevented
      event.preventDefault()
      if (taken || !forImport(event)) return
      const files = [...event.dataTransfer.files]
      if (files.length > 0) onFiles(files)
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('dragleave', onDragLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('dragleave', onDragLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [onFiles])
  if (!over) return null
  return (
    <div className={classes.drop}>
      <Stack align="center" gap={4}>
        <IconFileImport size={40} stroke={1.4} aria-hidden />
        <Text size="lg" fw={600}>
          {t('dropTitle')}
        </Text>
        <Text c="dimmed">{t('dropHint')}</Text>
      </Stack>
    </div>
  )
}

import { FileButton, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './Importing.module.css'

/** Files may be dropped anywhere on the window; here they are chosen. */
export function ChooseFiles({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useTranslation('importing')
  return (
    <FileButton multiple onChange={(files) => files.length > 0 && onFiles(files)}>
      {(props) => (
        <UnstyledButton {...props} className={classes.choose} data-autofocus>
          <Stack align="center" gap={6}>
            <IconFileImport size={34} stroke={1.3} aria-hidden />
            <Text fw={600}>{t('dropHere')}</Text>
            <Text size="sm" c="dimmed" ta="center">
              {t('chooseHint')}
            </Text>
          </Stack>
        </UnstyledButton>
      )}
    </FileButton>
  )
}

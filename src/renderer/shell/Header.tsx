import { Button, Group, UnstyledButton } from '@mantine/core'
import { IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { NewFromTemplate } from '../scenes/templates/NewFromTemplate.tsx'
import { Keys } from '../ui/Keys.tsx'
import { useDesk } from './desk-actions.ts'
import classes from './Shell.module.css'

export function Header() {
  const { t } = useTranslation('shell')
  const desk = useDesk()
  return (
    <header className={classes.header}>
      <span className={classes.mark}>
        <span className={classes.seal} aria-hidden>
          编
        </span>
        {t('productName')}
      </span>
      <UnstyledButton className={classes.find} onClick={desk.openPalette}>
        <IconSearch size={15} stroke={1.8} aria-hidden />
        <span>{t('find')}</span>
        <Keys shortcut="mod+K" />
      </UnstyledButton>
      <Group gap={6} justify="flex-end" wrap="nowrap">
        <Button
          variant="default"
          leftSection={<IconFileImport size={15} aria-hidden />}
          onClick={() => desk.importFiles()}
        >
          {t('importFiles')}
        </Button>
        <Button.Group>
          <Button
            leftSection={<IconPlus size={15} aria-hidden />}
            // A double click asks once.
            onClick={({ detail }) => detail < 2 && desk.newArticle()}
          >
            {t('newArticle')}
          </Button>
          <NewFromTemplate />
        </Button.Group>
      </Group>
    </header>
  )
}

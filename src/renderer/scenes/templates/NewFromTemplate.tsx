import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconSettings, IconTemplate } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { useDesk } from '../../shell/desk-actions.ts'

/** The templates to begin a new article with, in a menu beside the button for an empty one. */
export function NewFromTemplate() {
  const { t } = useTranslation('templates')
  const desk = useDesk()
  const { data } = useQuery(orpc.templates.list.queryOptions())
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button px={6} ml={1} aria-label={t('newFrom')}>
          <IconChevronDown size={15} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
        <Menu.Label>{t('newFrom')}</Menu.Label>
        {data?.length === 0 && <Menu.Item disabled>{t('noTemplates')}</Menu.Item>}
        {data?.map(({ id, name }) => (
          <Menu.Item
            key={id}
            leftSection={<IconTemplate size={15} aria-hidden />}
            onClick={() => desk.newFromTemplate(id)}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconSettings size={15} aria-hidden />} onClick={desk.manageTemplates}>
          {t('manage')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

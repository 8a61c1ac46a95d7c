import { Button, ScrollArea, Stack, Table, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { PlanFile } from '#shared/contract/publishing.ts'
import { useFormat } from '../../i18n/use-format.ts'
import classes from './Publishing.module.css'

/** The files behind the plan, for whoever wants to know. */
export function PlanFiles({ files, total }: { files: z.infer<typeof PlanFile>[]; total: number }) {
  const { t } = useTranslation('publishing')
  const format = useFormat()
  const [opened, { toggle }] = useDisclosure(false)
  const Chevron = opened ? IconChevronDown : IconChevronRight
  return (
    <Stack gap={4} align="stretch">
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<Chevron size={14} aria-hidden />}
        aria-expanded={opened}
        onClick={toggle}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('dialog.showFiles')} ({t('dialog.files', { count: total })})
      </Button>
      {opened && (
        <ScrollArea.Autosize
          mah={260}
          offsetScrollbars="present"
          viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': t('dialog.showFiles') }}
        >
          <Table fz="xs" layout="fixed" verticalSpacing={2} aria-label={t('dialog.showFiles')}>
            <Table.Tbody>
              {files.map(({ path, action, bytes }) => (
                <Table.Tr key={path}>
                  <Table.Td w={60}>{t(`dialog.fileAction.${action}`)}</Table.Td>
                  <Table.Td className={classes.path} title={path}>
                    {path}
                  </Table.Td>
                  <Table.Td w={80} ta="right">
                    {bytes > 0 ? format.bytes(bytes) : ''}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {files.length < total && (
            <Text size="xs" c="dimmed">
              {t('dialog.firstFiles')}
            </Text>
          )}
        </ScrollArea.Autosize>
      )}
    </Stack>
  )
}

import { Group, Modal, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { commandWords } from '../editor/commands/command.ts'
import { editorCommands } from '../editor/commands/index.ts'
import { Keys } from '../ui/Keys.tsx'

const groups = [
  {
    name: 'anywhere',
    keys: [
      ['palette', ['mod+K']],
      ['create', ['mod+N']],
      ['importFiles', ['mod+O']],
      ['findInLibrary', ['mod+shift+F']],
      ['goTo', ['mod+1', 'mod+6']],
      ['help', ['?']],
    ],
  },
  {
    name: 'inLibrary',
    keys: [
      ['moveFocus', ['↑', '↓']],
      ['open', ['Enter']],
      ['select', ['Space']],
      ['extend', ['shift+↑', 'shift+↓']],
      ['all', ['mod+A']],
      ['search', ['/']],
      ['clear', ['Esc']],
      ['trash', ['Delete']],
    ],
  },
  {
    name: 'inCategories',
    keys: [
      ['reorder', ['alt+↑', 'alt+↓']],
      ['nest', ['alt+←', 'alt+→']],
      ['renameCategory', ['F2']],
    ],
  },
  {
    name: 'inMedia',
    keys: [
      ['movePicture', ['↑', '↓', '←', '→']],
      ['details', ['Enter']],
      ['select', ['Space']],
      ['searchPictures', ['/']],
      ['deletePictures', ['Delete']],
    ],
  },
] as const

const inText = [
  ['slash', '/'],
  ['tools', 'alt+F10'],
] as const

const commands = editorCommands.filter(({ keys }) => keys)

export function ShortcutsDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('shell')
  return (
    <Modal opened={opened} onClose={onClose} title={t('shortcuts')} size={720}>
      <Shortcuts />
    </Modal>
  )
}

/** Renders only while the dialog is open. */
function Shortcuts() {
  const { t } = useTranslation([...commandWords, 'shell'])
  return (
    <>
      <SimpleGrid cols={2} spacing="xl">
        {groups.map((group) => (
          <Stack key={group.name} gap={6}>
            <Title order={3} fz={13} c="dimmed">
              {t(`shell:keys.${group.name}`)}
            </Title>
            {group.keys.map(([name, shortcuts]) => (
              <Group key={name} justify="space-between" wrap="nowrap">
                <Text size="sm">{t(`shell:keys.${name}`)}</Text>
                <Group gap={4} wrap="nowrap">
                  {shortcuts.map((shortcut) => (
                    <Keys key={shortcut} shortcut={shortcut} />
                  ))}
                </Group>
              </Group>
            ))}
          </Stack>
        ))}
      </SimpleGrid>
      <Title order={3} fz={13} c="dimmed" mt="lg" mb={6}>
        {t('shell:keys.inText')}
      </Title>
      <SimpleGrid cols={2} spacing="xl" verticalSpacing={6}>
        {commands.map(({ id, label, keys = '' }) => (
          <Group key={id} justify="space-between" wrap="nowrap">
            <Text size="sm">{label(t)}</Text>
            <Keys shortcut={keys} />
          </Group>
        ))}
        {inText.map(([name, shortcut]) => (
          <Group key={name} justify="space-between" wrap="nowrap">
            <Text size="sm">{t(`shell:keys.${name}`)}</Text>
            <Keys shortcut={shortcut} />
          </Group>
        ))}
      </SimpleGrid>
    </>
  )
}

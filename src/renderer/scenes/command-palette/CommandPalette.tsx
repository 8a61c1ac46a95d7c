import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Palette } from './Palette.tsx'

export function CommandPalette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('palette')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      size={640}
      padding={0}
      yOffset="12vh"
      transitionProps={{ duration: 80 }}
      aria-label={t('title')}
    >
      <Palette onClose={onClose} />
    </Modal>
  )
}

import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'

interface Notice {
  /** Takes the place of an earlier one of the same id. */
  id: string
  message: string
  action: string
  onAction: () => void
  /** ms; false keeps it until somebody closes it. */
  autoClose: number | false
}

/** A notification with a way on, or back. */
export function showWithAction({ id, message, action, onAction, autoClose }: Notice): void {
  notifications.hide(id)
  notifications.show({
    id,
    autoClose,
    message: (
      <Group justify="space-between">
        <Text size="sm">{message}</Text>
        <Button
          variant="light"
          size="compact-xs"
          onClick={() => {
            notifications.hide(id)
            onAction()
          }}
        >
          {action}
        </Button>
      </Group>
    ),
  })
}

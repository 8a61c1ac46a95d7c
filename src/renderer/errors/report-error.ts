import { notifications } from '@mantine/notifications'
import { presentError } from './present-error.ts'

export function reportError(error: unknown): void {
  const { title, next, detail } = presentError(error)
  notifications.show({
    id: `error:${title}`,
    color: 'red',
    title,
    message: detail ? `${next} (${detail})` : next,
    autoClose: 10_000,
  })
}

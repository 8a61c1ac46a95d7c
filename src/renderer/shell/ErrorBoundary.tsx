import { Button, Center, Stack, Text, Title } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** A scene that throws must not take the window with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null as Error | null }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    return this.state.error ? <Crashed error={this.state.error} /> : this.props.children
  }
}

function Crashed({ error }: { error: Error }) {
  const { t } = useTranslation('shell')
  return (
    <Center h="100%" p="xl" role="alert">
      <Stack align="center" maw={520}>
        <Title order={3}>{t('crashed')}</Title>
        <Text ta="center">{t('crashedHint')}</Text>
        <Text size="xs" c="dimmed" ff="monospace" lineClamp={3}>
          {error.message}
        </Text>
        <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
      </Stack>
    </Center>
  )
}

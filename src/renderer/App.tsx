import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { createQueryClient } from './api/query-client.ts'
import { ErrorBoundary } from './shell/ErrorBoundary.tsx'
import { Shell } from './shell/Shell.tsx'
import { cssVariables, themeInLanguage } from './theme/theme.ts'
import { Tooltips } from './ui/Tooltips.tsx'

export function App() {
  const [queryClient] = useState(createQueryClient)
  const { i18n, t } = useTranslation()
  const theme = useMemo(() => themeInLanguage({ close: t('close') }), [t])
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <DatesProvider settings={{ locale: i18n.language === 'zh-CN' ? 'zh-cn' : 'en', firstDayOfWeek: 1 }}>
        <QueryClientProvider client={queryClient}>
          <ModalsProvider labels={{ confirm: t('confirm'), cancel: t('cancel') }}>
            <Notifications position="bottom-right" limit={4} />
            <Tooltips />
            <ErrorBoundary>
              <Router hook={useHashLocation}>
                <Shell />
              </Router>
            </ErrorBoundary>
          </ModalsProvider>
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  )
}

import { useMantineColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { orpc } from '../api/client.ts'
import { languageOf, setLanguage } from '../i18n/i18n.ts'

/** Brings language and colours of the window in line with the settings, whichever window changed them. */
export function useInterfaceSettings(): void {
  const { data } = useQuery(orpc.settings.get.queryOptions())
  const { setColorScheme } = useMantineColorScheme()
  const language = data?.interface.language
  const colorScheme = data?.interface.colorScheme
  useEffect(() => {
    if (language) setLanguage(languageOf(language))
  }, [language])
  useEffect(() => {
    if (colorScheme) setColorScheme(colorScheme)
  }, [colorScheme, setColorScheme])
}

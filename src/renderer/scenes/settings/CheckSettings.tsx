import { Select, Stack, Table, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { checkRules, RuleMode } from '#shared/contract/checks.ts'
import { orpc } from '../../api/client.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { reportError } from '../../errors/report-error.ts'
import { WordListEditor } from './WordListEditor.tsx'

/** Which rules hold, and the newsroom's own words. Takes effect at once. */
export function CheckSettings() {
  const { t } = useTranslation('checks')
  const queryClient = useQueryClient()
  const rules = useQuery(orpc.checks.rules.queryOptions())
  const set = useMutation(
    orpc.checks.setRule.mutationOptions({
      onSuccess: (next) => queryClient.setQueryData(orpc.checks.rules.queryKey(), next),
      onError: reportError,
    }),
  )
  return (
    <Stack gap="lg">
      {rules.error && <ErrorAlert error={rules.error} onRetry={() => void rules.refetch()} />}
      <WordListEditor list="sensitive" />
      <WordListEditor list="spelling" />
      {rules.data && (
        <div>
          <Text fw={600} size="sm">
            {t('rules')}
          </Text>
          <Text size="xs" c="dimmed" mb={6}>
            {t('rulesHint')}
          </Text>
          <Table verticalSpacing={4}>
            <Table.Tbody>
              {checkRules.map((rule) => (
                <Table.Tr key={rule}>
                  <Table.Td>{t(`rule.${rule}`)}</Table.Td>
                  <Table.Td w={190}>
                    <Select
                      aria-label={t(`rule.${rule}`)}
                      allowDeselect={false}
                      data={RuleMode.options.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
                      value={rules.data[rule]}
                      onChange={(value) => {
                        const mode = RuleMode.safeParse(value)
                        if (mode.success) set.mutate({ rule, mode: mode.data })
                      }}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Stack>
  )
}

import { Badge, ScrollArea, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { PublishPlan } from '#shared/contract/publishing.ts'
import { textOr } from '../../i18n/text-or.ts'
import classes from './Publishing.module.css'

type Plan = z.infer<typeof PublishPlan>

const colors = { publish: 'green', update: 'blue', withdraw: 'red' }

export function PlanArticles({ articles, warnings }: Pick<Plan, 'articles' | 'warnings'>) {
  const { t } = useTranslation('publishing')
  return (
    <ScrollArea.Autosize
      mah={300}
      viewportProps={{
        tabIndex: 0,
        role: 'group',
        'aria-label': t('dialog.articles', { count: articles.length }),
      }}
    >
      <Table aria-label={t('dialog.articles', { count: articles.length })}>
        <Table.Tbody>
          {articles.map(({ id, title, action, path }) => (
            <Table.Tr key={id}>
              <Table.Td w={96}>
                <Badge size="sm" variant="outline" color={colors[action]} tt="none">
                  {t(`dialog.action.${action}`)}
                </Badge>
              </Table.Td>
              <Table.Td>
                <Text size="sm" fw={500} lineClamp={2} className={classes.wrap}>
                  {title}
                </Text>
                <Text size="xs" c="dimmed" className={classes.wrap}>
                  {path}
                </Text>
                {warnings
                  .filter(({ articleId }) => articleId === id)
                  .map(({ reason, detail, count }) => (
                    <Text key={reason} size="xs" className={classes.warning}>
                      {textOr('publishing:warning', reason, count === undefined ? {} : { count })}{' '}
                      {detail === title ? '' : detail}
                    </Text>
                  ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}

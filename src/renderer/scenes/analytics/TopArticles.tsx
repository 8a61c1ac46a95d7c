import { Table, Text, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useDesk } from '../../shell/desk-actions.ts'
import classes from './AnalyticsScene.module.css'
import type { Overview } from './overview.ts'
import { ShowMore } from './ShowMore.tsx'

const atFirst = 10

export function TopArticles({ articles }: { articles: Overview['topArticles'] }) {
  const { t } = useTranslation('analytics')
  const format = useFormat()
  const desk = useDesk()
  const [all, setAll] = useState(false)
  const categories = useQuery(orpc.categories.list.queryOptions())
  const nameOf = (id: number | null) => categories.data?.find((category) => category.id === id)?.name ?? ''
  if (articles.length === 0) return <Text c="dimmed">{t('nothing')}</Text>
  return (
    <>
      <Table className={classes.table} highlightOnHover horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('article')}</Table.Th>
            <Table.Th w={96}>{t('category')}</Table.Th>
            <Table.Th w={74} className={classes.number}>
              {t('views')}
            </Table.Th>
            <Table.Th w={74} className={classes.number}>
              {t('visitors')}
            </Table.Th>
            <Table.Th w={98} className={classes.number}>
              {t('depth')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {articles.slice(0, all ? undefined : atFirst).map(({ id, title, categoryId, ...figures }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <UnstyledButton
                  className={classes.title}
                  fz="inherit"
                  title={title}
                  onClick={() => desk.openArticle(id)}
                >
                  {title || t('untitled', { ns: 'common' })}
                </UnstyledButton>
              </Table.Td>
              <Table.Td>
                <Text size="xs" c="dimmed" truncate>
                  {nameOf(categoryId)}
                </Text>
              </Table.Td>
              <Table.Td className={classes.number}>{format.number(figures.views)}</Table.Td>
              <Table.Td className={classes.number}>{format.number(figures.visitors)}</Table.Td>
              <Table.Td className={classes.number}>
                <Depth share={figures.readDepth} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <ShowMore count={articles.length} atFirst={atFirst} all={all} onToggle={() => setAll(!all)} />
    </>
  )
}

function Depth({ share }: { share: number | null }) {
  if (share === null) return <Text c="dimmed">–</Text>
  const percent = `${Math.round(share * 100)}%`
  return (
    <span className={classes.depth}>
      <span className={classes.depthTrack} aria-hidden>
        <span style={{ width: percent }} />
      </span>
      {percent}
    </span>
  )
}

import { Button, Collapse, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { compareContents, type FieldChange } from '#shared/compare/compare-contents.ts'
import { compareDocuments } from '#shared/compare/compare-documents.ts'
import {
  type Choice,
  type Choices,
  type ContentMerge,
  type MergeConflict,
  resolveMerge,
} from '#shared/compare/merge-contents.ts'
import type { ArticleContent } from '#shared/contract/articles.ts'
import type { NodeJson } from '#shared/document/document-json.ts'
import { ComparedBlock } from '../compare/ComparedBlock.tsx'
import { ComparedField } from '../compare/ComparedFields.tsx'
import comparison from '../compare/Comparison.module.css'
import { ComparisonView } from '../compare/ComparisonView.tsx'
import classes from './Merge.module.css'

interface Props {
  merge: ContentMerge
  mine: ArticleContent
  theirs: ArticleContent
  hasBase: boolean
  choices: Choices
  onChoices: (choices: Choices) => void
  mineLabel: string
  theirsLabel: string
}

export const undecided = ({ conflicts }: ContentMerge, choices: Choices): number =>
  conflicts.filter(({ id }) => choices[id] === undefined).length

/** What two versions come to: the places where somebody has to choose, and what comes of it. */
export function MergeView({ merge, mine, theirs, hasBase, choices, onChoices, ...labels }: Props) {
  const { t } = useTranslation('compare')
  const [shown, result] = useDisclosure(false)
  const { conflicts } = merge
  const merged = useMemo(() => resolveMerge(merge, choices), [merge, choices])
  const fields = useMemo(() => compareContents(mine, theirs).fields, [mine, theirs])
  const chooseAll = (choice: Choice) => onChoices(Object.fromEntries(conflicts.map(({ id }) => [id, choice])))
  return (
    <Stack gap="sm">
      <Text size="sm">
        {conflicts.length === 0
          ? t('merge.clean')
          : hasBase
            ? t('merge.explain', { count: conflicts.length })
            : t('merge.noBase')}
      </Text>
      {conflicts.length > 1 && (
        <Group gap="xs">
          <Button size="compact-xs" variant="default" onClick={() => chooseAll('mine')}>
            {t('merge.allMine')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => chooseAll('theirs')}>
            {t('merge.allTheirs')}
          </Button>
        </Group>
      )}
      {conflicts.length > 0 && (
        <ol className={classes.conflicts}>
          {conflicts.map((conflict) => (
            <Conflict
              key={conflict.id}
              conflict={conflict}
              fields={fields}
              choice={choices[conflict.id]}
              onChoice={(choice) => onChoices({ ...choices, [conflict.id]: choice })}
              {...labels}
            />
          ))}
        </ol>
      )}
      <Group justify="space-between">
        <Button size="compact-sm" variant="subtle" onClick={result.toggle} aria-expanded={shown}>
          {shown ? t('merge.hideResult') : t('merge.result')}
        </Button>
        {conflicts.length > 0 && (
          <Text size="xs" c="dimmed" role="status">
            {t('merge.left', { count: undecided(merge, choices) })}
          </Text>
        )}
      </Group>
      <Collapse expanded={shown}>
        {shown && (
          <ComparisonView
            before={mine}
            after={merged}
            beforeLabel={labels.mineLabel}
            afterLabel={t('merge.merged')}
          />
        )}
      </Collapse>
    </Stack>
  )
}

interface ConflictProps {
  conflict: MergeConflict
  fields: readonly FieldChange[]
  choice: Choice | undefined
  onChoice: (choice: Choice) => void
  mineLabel: string
  theirsLabel: string
}

const isChoice = (value: string): value is Choice =>
  value === 'mine' || value === 'theirs' || value === 'both'

function Conflict({ conflict, fields, choice, onChoice, mineLabel, theirsLabel }: ConflictProps) {
  const { t } = useTranslation('compare')
  const label = conflict.kind === 'field' ? t(`field.${conflict.unit}`) : t('merge.body')
  return (
    <li>
      <div className={classes.head}>
        <strong>{label}</strong>
        <SegmentedControl
          size="xs"
          aria-label={`${label}: ${t('merge.choose')}`}
          value={choice ?? ''}
          onChange={(value) => isChoice(value) && onChoice(value)}
          data={[
            { value: 'mine', label: t('merge.mine') },
            { value: 'theirs', label: t('merge.theirs') },
            ...(conflict.both ? [{ value: 'both', label: t('merge.both') }] : []),
          ]}
        />
      </div>
      <div className={classes.sides}>
        {(['before', 'after'] as const).map((shown) => (
          <div
            key={shown}
            className={`article-body ${comparison.side}`}
            data-left={choice && choice !== 'both' && choice !== (shown === 'before' ? 'mine' : 'theirs')}
          >
            <small>{shown === 'before' ? mineLabel : theirsLabel}</small>
            {conflict.kind === 'field' ? (
              fields
                .filter(({ unit }) => unit === conflict.unit)
                .map((change) => <ComparedField key={change.name} change={change} shown={shown} />)
            ) : (
              <Blocks mine={conflict.mine} theirs={conflict.theirs} shown={shown} />
            )}
          </div>
        ))}
      </div>
    </li>
  )
}

function Blocks({
  mine,
  theirs,
  shown,
}: {
  mine: NodeJson[]
  theirs: NodeJson[]
  shown: 'before' | 'after'
}) {
  const { t } = useTranslation('compare')
  const changes = useMemo(
    () => compareDocuments({ type: 'doc', content: mine }, { type: 'doc', content: theirs }),
    [mine, theirs],
  )
  if ((shown === 'before' ? mine : theirs).length === 0)
    return <p className={classes.deleted}>{t('merge.deleted')}</p>
  return changes.map((change) => <ComparedBlock key={change.id} change={change} shown={shown} />)
}

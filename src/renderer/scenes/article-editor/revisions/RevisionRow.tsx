import { Checkbox } from '@mantine/core'
import { IconTag } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RevisionSummary } from '#shared/contract/revisions.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import classes from './Revisions.module.css'

interface Props {
  revision: RevisionSummary
  /** The one before it, when that is known. */
  older: RevisionSummary | undefined
  picked: boolean
  onPick: () => void
  onOpen: () => void
  onName: () => void
}

export function RevisionRow({ revision, older, picked, onPick, onOpen, onName }: Props) {
  const { t } = useTranslation(['revisions', 'common'])
  const format = useFormat()
  const { name, reason, author, characters, createdAt } = revision
  const time = format.time(createdAt)
  const difference = older ? characters - older.characters : 0
  return (
    <li className={classes.row} data-named={name !== '' || undefined}>
      <Checkbox
        size="xs"
        checked={picked}
        onChange={onPick}
        aria-label={t('revisions:pick', { time: format.dateTime(createdAt) })}
      />
      <button type="button" className={classes.open} onClick={onOpen}>
        <span className={classes.first}>
          <span className={classes.name}>{name || t(`revisions:reason.${reason}`)}</span>
          <time>{time}</time>
        </span>
        <span className={classes.second}>
          {[name && t(`revisions:reason.${reason}`), author, t('common:characters', { count: characters })]
            .filter(Boolean)
            .join(' · ')}
          {difference !== 0 && (
            <span data-more={difference > 0}>
              {difference > 0 ? `+${format.number(difference)}` : `−${format.number(-difference)}`}
            </span>
          )}
        </span>
      </button>
      <IconButton
        className={classes.tag}
        size="sm"
        label={t('revisions:nameThis', { time: format.dateTime(createdAt) })}
        icon={IconTag}
        iconSize={14}
        onClick={onName}
      />
    </li>
  )
}

import { Button, TextInput } from '@mantine/core'
import { IconEyeOff, IconRotate, IconWand } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#shared/contract/checks.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import { client } from '../../../api/client.ts'
import { reportError } from '../../../errors/report-error.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { useComposingValue } from '../../../ui/use-composing-value.ts'
import classes from './Checks.module.css'

interface Props {
  articleId: ArticleId
  finding: Finding
  onGoTo: () => void
  onFix: () => void
}

export function FindingRow({ articleId, finding, onGoTo, onFix }: Props) {
  const { t } = useTranslation('checks')
  const [waiving, setWaiving] = useState(false)
  const { rule, excerpt, detail, fix, waived, key } = finding
  const fixText = fix?.kind === 'text' ? fix.text : null
  const subject = { articleId, rule, key }
  const about = excerpt.trim() === '' ? t(`hint.${rule}`, { detail }) : excerpt
  return (
    <li data-waived={waived !== null || undefined}>
      <div className={classes.line}>
        <button type="button" className={classes.about} onClick={onGoTo}>
          {fixText === null ? (
            about
          ) : (
            <>
              <del>{excerpt}</del> <ins>{fixText === '' ? t('removed') : fixText}</ins>
            </>
          )}
          {excerpt.trim() !== '' && rule === 'deadLink' && (
            <small>{t(`linkState.${linkState(detail)}`)}</small>
          )}
        </button>
        {fix && waived === null && (
          <IconButton size={24} label={t('fix')} icon={IconWand} iconSize={15} onClick={onFix} />
        )}
        {waived === null ? (
          <IconButton
            size={24}
            label={t('waive')}
            icon={IconEyeOff}
            iconSize={15}
            aria-expanded={waiving}
            onClick={() => setWaiving(!waiving)}
          />
        ) : (
          <IconButton
            size={24}
            label={t('unwaive')}
            icon={IconRotate}
            iconSize={15}
            onClick={() => void client.checks.unwaive(subject).catch(reportError)}
          />
        )}
      </div>
      {waived !== null && <small className={classes.reason}>{t('waivedFor', { reason: waived })}</small>}
      {waiving && waived === null && (
        <WaiveForm
          onWaive={(reason) => {
            setWaiving(false)
            client.checks.waive({ ...subject, reason }).catch(reportError)
          }}
        />
      )}
    </li>
  )
}

const linkState = (detail: string) =>
  detail === 'trashed' || detail === 'unpublished' ? detail : ('gone' as const)

function WaiveForm({ onWaive }: { onWaive: (reason: string) => void }) {
  const { t } = useTranslation('checks')
  const [reason, setReason] = useState('')
  const field = useComposingValue(reason, setReason)
  return (
    <form
      className={classes.waive}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') onWaive(reason.trim())
      }}
    >
      <TextInput
        autoFocus
        value={field.value}
        aria-label={t('reason')}
        placeholder={t('reason')}
        maxLength={500}
        onChange={(event) => field.change(event.currentTarget.value)}
        {...field.composition}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault()
        }}
      />
      <Button type="submit" size="compact-xs" variant="default" disabled={reason.trim() === ''}>
        {t('waive')}
      </Button>
    </form>
  )
}

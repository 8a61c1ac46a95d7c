import { Button, Switch, Text } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { TextSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckRule, Finding } from '#shared/contract/checks.ts'
import { applyFixes } from '../../../editor/apply-fixes.ts'
import { findingsState, placeOfFinding } from '../../../editor/findings.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import type { PanelProps } from '../panels/panel-props.ts'
import classes from './Checks.module.css'
import { FindingRow } from './FindingRow.tsx'

/** What the rules find in the article, by rule, with what can be done about it. */
export function ChecksPanel({ draft, editor }: PanelProps) {
  const { t } = useTranslation('checks')
  const [withWaived, setWithWaived] = useState(false)
  const { findings, cut } = useEditorState({
    editor,
    selector: () => {
      const { findings, cut } = findingsState(editor.state)
      return { findings, cut }
    },
  })
  const open = findings.filter(({ waived }) => waived === null)
  const shown = withWaived ? findings : open
  const groups = Map.groupBy(shown, ({ rule }) => rule)

  const goTo = (finding: Finding) => {
    if (finding.field === 'title' || finding.field === 'dek') {
      document.querySelector<HTMLTextAreaElement>(`[data-field="${finding.field}"]`)?.focus()
      return
    }
    const place = placeOfFinding(editor.state, finding)
    if (!place) return
    const { tr } = editor.state
    editor.view.dispatch(
      tr
        .setSelection(TextSelection.between(tr.doc.resolve(place.from), tr.doc.resolve(place.to)))
        .scrollIntoView(),
    )
    editor.view.focus()
  }
  const fix = (list: readonly Finding[]) => {
    for (const field of ['title', 'dek'] as const) {
      const ofField = list.filter((finding) => finding.field === field).sort((a, b) => b.from - a.from)
      const before = draft.getState().fields[field]
      const after = ofField.reduce(
        (text, { from, to, excerpt, fix }) =>
          fix?.kind === 'text' && text.slice(from, to) === excerpt
            ? text.slice(0, from) + fix.text + text.slice(to)
            : text,
        before,
      )
      if (after !== before) draft.change({ [field]: after })
    }
    const inBody = list.filter(({ field }) => field === 'body')
    if (inBody.length > 0) applyFixes(editor.view, inBody)
  }
  const fixable = (list: readonly Finding[]) =>
    list.filter((finding) => finding.fix && finding.waived === null)

  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <Text size="sm" fw={600} role="status">
          {open.length === 0 ? t('clean') : t('open', { count: open.length })}
        </Text>
        {findings.length > open.length && (
          <Switch
            size="xs"
            label={t('withWaived')}
            checked={withWaived}
            onChange={(event) => setWithWaived(event.currentTarget.checked)}
          />
        )}
      </div>
      {cut && (
        <Text size="xs" c="dimmed" px="sm">
          {t('cut')}
        </Text>
      )}
      {shown.length === 0 && <EmptyState icon={IconChecks} title={t('clean')} hint={t('cleanHint')} />}
      {[...groups].map(([rule, list]: [CheckRule, Finding[]]) => (
        <section key={rule} className={classes.group} aria-label={t(`rule.${rule}`)}>
          <header>
            <span className={classes.mark} data-rule={rule} aria-hidden />
            <strong>{t(`rule.${rule}`)}</strong>
            <span className={classes.count}>{list.length}</span>
            {fixable(list).length > 1 && (
              <Button size="compact-xs" variant="subtle" onClick={() => fix(fixable(list))}>
                {t('fixAll')}
              </Button>
            )}
          </header>
          <ul>
            {list.slice(0, 100).map((finding) => (
              <FindingRow
                key={`${finding.field}-${finding.from}-${finding.key}`}
                articleId={draft.id}
                finding={finding}
                onGoTo={() => goTo(finding)}
                onFix={() => fix([finding])}
              />
            ))}
          </ul>
          {list.length > 100 && (
            <Text size="xs" c="dimmed" px="sm" pb={6}>
              {t('more', { count: list.length - 100 })}
            </Text>
          )}
        </section>
      ))}
    </div>
  )
}

import { IconBrandWechat, IconFileCode, IconFileExport, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { ArticleId } from '#shared/model/ids.ts'
import { reportError } from '../../errors/report-error.ts'
import { useDesk } from '../../shell/desk-actions.ts'
import { openDraft } from '../article-editor/draft/drafts.ts'
import type { PaletteAction } from '../command-palette/palette-action.ts'
import { formats } from './formats.ts'
import { useCopyHtml } from './use-copy-html.ts'
import { usePrint } from './use-print.ts'

/** Commands of the palette for the article that is open. */
export function useExportActions(): PaletteAction[] {
  const { t } = useTranslation('exporting')
  const desk = useDesk()
  const [location] = useLocation()
  const print = usePrint()
  const copyHtml = useCopyHtml()
  const id = ArticleId.safeParse(Number(/^\/articles\/(\d+)/.exec(location)?.[1])).data
  if (id === undefined) return []
  /** What is being written goes along. */
  const saved = (work: () => unknown) => () =>
    void openDraft(id)
      .then((draft) => draft.flush())
      .then(work)
      .catch(reportError)
  return [
    ...formats.map((format) => ({
      key: `export-${format}`,
      label: t('exportAs', { format: t(`format.${format}`) }),
      icon: IconFileExport,
      run: saved(() => desk.exportArticles([id], format)),
    })),
    {
      key: 'weChat',
      label: t('weChat.copy'),
      icon: IconBrandWechat,
      run: saved(() => desk.copyForWeChat(id)),
    },
    { key: 'copyHtml', label: t('copyHtml'), icon: IconFileCode, run: saved(() => copyHtml(id)) },
    { key: 'print', label: t('print'), icon: IconPrinter, run: saved(() => print(id)) },
  ]
}

import { Menu } from '@mantine/core'
import {
  IconBrandWechat,
  IconFileCode,
  IconFileExport,
  IconFileTypeDocx,
  IconFileTypeHtml,
  IconFileTypePdf,
  IconMarkdown,
  IconPrinter,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ExportFormat } from '#shared/contract/exporting.ts'
import { reportError } from '../../errors/report-error.ts'
import { useDesk } from '../../shell/desk-actions.ts'
import type { Draft } from '../article-editor/draft/draft.ts'
import { formats } from './formats.ts'
import { useCopyHtml } from './use-copy-html.ts'
import { usePrint } from './use-print.ts'

const icons: Record<ExportFormat, TablerIcon> = {
  markdown: IconMarkdown,
  html: IconFileTypeHtml,
  docx: IconFileTypeDocx,
  pdf: IconFileTypePdf,
}

/** Part of the editor's menu: the article as a file, in the clipboard, on paper. */
export function ExportMenu({ draft }: { draft: Draft }) {
  const { t } = useTranslation('exporting')
  const desk = useDesk()
  const print = usePrint()
  const copyHtml = useCopyHtml()
  const saved = (work: () => unknown) => () => void draft.flush().then(work).catch(reportError)
  return (
    <>
      <Menu.Sub>
        <Menu.Sub.Target>
          <Menu.Sub.Item leftSection={<IconFileExport size={15} />}>{t('export')}</Menu.Sub.Item>
        </Menu.Sub.Target>
        <Menu.Sub.Dropdown>
          {formats.map((format) => {
            const Icon = icons[format]
            return (
              <Menu.Item
                key={format}
                leftSection={<Icon size={15} />}
                onClick={saved(() => desk.exportArticles([draft.id], format))}
              >
                {t(`format.${format}`)}
              </Menu.Item>
            )
          })}
          <Menu.Divider />
          <Menu.Item leftSection={<IconFileCode size={15} />} onClick={saved(() => copyHtml(draft.id))}>
            {t('copyHtml')}
          </Menu.Item>
        </Menu.Sub.Dropdown>
      </Menu.Sub>
      <Menu.Item
        leftSection={<IconBrandWechat size={15} />}
        onClick={saved(() => desk.copyForWeChat(draft.id))}
      >
        {t('weChat.copy')}
      </Menu.Item>
      <Menu.Item leftSection={<IconPrinter size={15} />} onClick={saved(() => print(draft.id))}>
        {t('print')}
      </Menu.Item>
    </>
  )
}

import { Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  IconBrandWechat,
  IconFileCode,
  IconFileExport,
  IconFileTypeDocx,
  IconFileTypeHtml,
  IconFileTypePdf,
  IconMarkdown,
  IconPackageExport,
  IconPrinter,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ExportFormat } from '#shared/contract/exporting.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import { client } from '../../api/client.ts'
import { saveFile } from '../../api/save-file.ts'
import { reportError } from '../../errors/report-error.ts'
import { useDesk } from '../../shell/desk-actions.ts'
import { flushAll } from '../article-editor/draft/drafts.ts'
import { formats } from './formats.ts'
import { useCopyHtml } from './use-copy-html.ts'
import { usePrint } from './use-print.ts'

const icons: Record<ExportFormat, TablerIcon> = {
  markdown: IconMarkdown,
  html: IconFileTypeHtml,
  docx: IconFileTypeDocx,
  pdf: IconFileTypePdf,
}

/** Part of a menu: articles as files; a single one also in the clipboard, on paper and as a review bundle. */
export function ExportMenu({ ids }: { ids: ArticleId[] }) {
  const { t } = useTranslation(['exporting', 'bundles'])
  const desk = useDesk()
  const print = usePrint()
  const copyHtml = useCopyHtml()
  const [first, ...others] = ids
  const one = others.length === 0 ? first : undefined
  const saved = (work: () => unknown) => () => void flushAll().then(work).catch(reportError)
  const exportBundle = async (articleId: ArticleId) => {
    saveFile(await client.bundles.export({ articleId }))
    notifications.show({ message: t('bundles:exported') })
  }
  return (
    <>
      <Menu.Sub>
        <Menu.Sub.Target>
          <Menu.Sub.Item leftSection={<IconFileExport size={15} />}>{t('exporting:export')}</Menu.Sub.Item>
        </Menu.Sub.Target>
        <Menu.Sub.Dropdown>
          {formats.map((format) => {
            const Icon = icons[format]
            return (
              <Menu.Item
                key={format}
                leftSection={<Icon size={15} />}
                onClick={saved(() => desk.exportArticles(ids, format))}
              >
                {t(`exporting:format.${format}`)}
              </Menu.Item>
            )
          })}
          {one !== undefined && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconFileCode size={15} />} onClick={saved(() => copyHtml(one))}>
                {t('exporting:copyHtml')}
              </Menu.Item>
            </>
          )}
        </Menu.Sub.Dropdown>
      </Menu.Sub>
      {one !== undefined && (
        <>
          <Menu.Item
            leftSection={<IconBrandWechat size={15} />}
            onClick={saved(() => desk.copyForWeChat(one))}
          >
            {t('exporting:weChat.copy')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPrinter size={15} />} onClick={saved(() => print(one))}>
            {t('exporting:print')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPackageExport size={15} />} onClick={saved(() => exportBundle(one))}>
            {t('bundles:export')}
          </Menu.Item>
        </>
      )}
    </>
  )
}

import { useTranslation } from 'react-i18next'
import type { ArticleId } from '#shared/model/ids.ts'
import { client } from '../../api/client.ts'

/** Opens the browser's dialog to print the article's page, as its theme lays it out on paper. */
export function usePrint() {
  const { t } = useTranslation('exporting')
  return async (articleId: ArticleId) => {
    const [{ previewBase }, { path, html }] = await Promise.all([
      client.app.info(),
      client.preview.render({ articleId }),
    ])
    await printPage(`${previewBase}${path}?live&print`, html, t('printFrame'))
  }
}

/** A frame of the preview's own origin, out of sight; it goes once the dialog is closed. */
function printPage(address: string, html: string, title: string): Promise<void> {
  const frame = document.createElement('iframe')
  frame.title = title
  frame.setAttribute('sandbox', 'allow-scripts allow-modals')
  frame.referrerPolicy = 'no-referrer'
  frame.src = address
  // Laid out, else nothing would be printed.
  Object.assign(frame.style, {
    position: 'fixed',
    left: '-10000px',
    width: '800px',
    height: '1100px',
    border: '0',
  })
  return new Promise((resolve) => {
    const onMessage = ({ source, data }: MessageEvent) => {
      if (source !== frame.contentWindow) return
      if (data?.galley === 'ready') frame.contentWindow?.postMessage({ html, print: true }, '*')
      if (data?.galley !== 'printed') return
      window.removeEventListener('message', onMessage)
      frame.remove()
      resolve()
    }
    window.addEventListener('message', onMessage)
    document.body.append(frame)
  })
}

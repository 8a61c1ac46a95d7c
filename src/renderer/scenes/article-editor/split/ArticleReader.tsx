import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleContent } from '#shared/contract/articles.ts'
import { renderDocumentHtml } from '#shared/document/render-html.ts'
import { useMediaUrl } from '../use-media-url.ts'
import { useOpenLink } from '../use-open-link.ts'
import classes from './Split.module.css'

/** An article to read and to copy from. */
export function ArticleReader({ content }: { content: ArticleContent }) {
  const { t } = useTranslation('common')
  const body = useRef<HTMLDivElement>(null)
  const mediaUrl = useMediaUrl()
  const openLink = useOpenLink()
  const { title, dek, doc } = content
  useLayoutEffect(() => {
    // What publication writes: strict, without scripts.
    const page = new DOMParser().parseFromString(renderDocumentHtml(doc, { mediaUrl }), 'text/html')
    body.current?.replaceChildren(...page.body.childNodes)
  }, [doc, mediaUrl])
  return (
    <div
      className={classes.reader}
      data-reader
      tabIndex={-1}
      role="document"
      aria-label={title || t('untitled')}
      onClick={(event) => {
        const link = event.target instanceof Element ? event.target.closest('a') : null
        if (!link) return
        // The hash is the route of the window.
        event.preventDefault()
        const href = link.getAttribute('href') ?? ''
        if (!href.startsWith('#')) openLink(href)
        else body.current?.querySelector(`[id="${CSS.escape(href.slice(1))}"]`)?.scrollIntoView()
      }}
    >
      <h1 className={classes.readerTitle}>{title || t('untitled')}</h1>
      {dek && <p className={classes.readerDek}>{dek}</p>}
      <div ref={body} className="article-body" />
    </div>
  )
}

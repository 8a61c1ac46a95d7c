import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { commandWords, type EditorSurroundings } from '../../editor/commands/command.ts'
import { replaceDocument } from '../../editor/replace-document.ts'
import type { UploadOptions } from '../../editor/uploads.ts'
import { useArticleEditor } from '../../editor/use-article-editor.ts'
import { presentError } from '../../errors/present-error.ts'
import { documentBody } from './document-body.ts'
import type { Draft } from './draft/draft.ts'
import { usePasteNotices } from './use-paste-notices.tsx'
import { usePictureTransfers } from './use-picture-transfers.ts'
import { useWritingSettings } from './use-writing-settings.ts'

interface Options {
  draft: Draft
  mediaBase: string
  around: EditorSurroundings
  openLink: (href: string) => void
}

/** The editor of a draft's body: what is written goes into the draft, what was saved elsewhere comes from it. */
export function useDraftEditor({ draft, mediaBase, around, openLink }: Options) {
  const { t: rich } = useTranslation('richBlocks')
  const { t } = useTranslation(commandWords)
  const writing = useWritingSettings()
  const pictures = usePictureTransfers()
  const paste = usePasteNotices()
  const fromElsewhere = useRef(false)

  const uploads = useMemo<UploadOptions>(
    () => ({
      upload: (file) => client.media.upload({ file }),
      explain: (error) => presentError(error).title,
      labels: {
        uploading: () => t('image.uploading'),
        retry: () => t('retry', { ns: 'common' }),
        remove: () => t('delete', { ns: 'common' }),
      },
    }),
    [t],
  )

  const editor = useArticleEditor({
    content: () => draft.body().read(),
    label: t('bodyLabel'),
    openLink,
    around,
    writing,
    mediaUrl: (id) => mediaBase + id,
    uploads,
    pictures,
    paste,
    labels: {
      placeholder: () => t('bodyPlaceholder'),
      taskDone: () => t('taskDone'),
      rich: (key, values) => rich(key, values ?? {}),
      details: { toggle: () => t('blocks:detailsToggle'), summary: () => t('blocks:detailsSummary') },
      pullQuote: { attribution: () => t('blocks:attribution') },
      codeBlock: { language: () => t('code.language'), languageHint: () => t('code.languageHint') },
      image: {
        alt: () => t('image.alt'),
        altMissing: () => t('image.altMissing'),
        caption: () => t('image.caption'),
        missing: () => t('image.missing'),
      },
    },
    settled: (doc) => {
      if (!fromElsewhere.current) draft.changeBody(documentBody(doc))
    },
  })

  useEffect(
    () =>
      draft.attachBody(documentBody(editor.state.doc), (json, undoable) => {
        fromElsewhere.current = true
        try {
          replaceDocument(editor.view, editor.schema.nodeFromJSON(json), undoable)
        } finally {
          fromElsewhere.current = false
        }
        return documentBody(editor.state.doc)
      }),
    [draft, editor],
  )

  return { editor, uploads, transfers: pictures.transfers }
}

import './article-body.css'
import './review/review.css'
import './rich-blocks.css'
import { type Editor, useEditor } from '@tiptap/react'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { createExtensions, type EditorParts } from './create-extensions.ts'

interface Options extends EditorParts {
  content: DocumentJson
  label: string
  /** Opens an address outside; asked for by Ctrl/Cmd+click. */
  openLink: (href: string) => void
}

/** The text editor of one article. React does not render per keystroke: parts of the interface select what they need. */
export function useArticleEditor({ content, label, openLink, ...parts }: Options): Editor {
  return useEditor({
    extensions: createExtensions(parts),
    content,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    enablePasteRules: false,
    editorProps: {
      attributes: {
        class: 'article-body',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        spellcheck: 'false',
      },
      handleClick(_view, _position, event) {
        const link = event.target instanceof Element ? event.target.closest('a') : null
        const href = link?.getAttribute('href')
        if (!href || !(event.ctrlKey || event.metaKey)) return false
        openLink(href)
        return true
      },
    },
  })
}

import './article-body.css'
import './review/review.css'
import './rich-blocks.css'
import { EditorState } from '@tiptap/pm/state'
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
    // TipTap would work these out once for each kind of node view, which is a twentieth of opening a long article.
    onBeforeCreate({ editor: { extensionManager } }) {
      Object.defineProperty(extensionManager, 'attributes', { value: extensionManager.attributes })
    },
    // TipTap draws what it is given once without its plugins and once with them: a long article comes afterwards, once.
    onMount: ({ editor: { schema, state, view } }) =>
      view.updateState(
        EditorState.create({ doc: schema.nodeFromJSON(content), plugins: [...state.plugins] }),
      ),
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

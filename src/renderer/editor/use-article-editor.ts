import './article-body.css'
import './review/review.css'
import './rich-blocks.css'
import { useDidUpdate } from '@mantine/hooks'
import { EditorState } from '@tiptap/pm/state'
import type { EditorProps } from '@tiptap/pm/view'
import { Editor } from '@tiptap/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { createExtensions, type EditorParts } from './create-extensions.ts'

interface Options extends EditorParts {
  /** What it begins with. */
  content: () => DocumentJson
  label: string
  /** Opens an address outside; asked for by Ctrl/Cmd+click. */
  openLink: (href: string) => void
}

/**
 * The text editor of one article. React does not render per keystroke: parts of the interface select what they need.
 * TipTap's own hook would bring the editor its options again, and with them the whole text up to date, each time that
 * something around it is rendered.
 */
export function useArticleEditor({ content, label, openLink, ...parts }: Options): Editor {
  const editorProps = useMemo(() => propsOf(label, openLink), [label, openLink])
  const [editor] = useState(() => createArticleEditor(content(), editorProps, parts))
  useDidUpdate(() => editor.setOptions({ editorProps }), [editorProps])
  useDestroyed(editor)
  return editor
}

const createArticleEditor = (content: DocumentJson, editorProps: EditorProps, parts: EditorParts) =>
  new Editor({
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
    enablePasteRules: false,
    editorProps,
  })

const propsOf = (label: string, openLink: (href: string) => void): EditorProps => ({
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
})

/** The editor goes a moment after the component: what stands around it takes leave of it until then. */
function useDestroyed(editor: Editor): void {
  const going = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    // React's strict mode goes and comes back.
    clearTimeout(going.current)
    return () => {
      going.current = setTimeout(() => editor.destroy())
    }
  }, [editor])
}

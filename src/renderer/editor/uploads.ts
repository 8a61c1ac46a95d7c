import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { insertPoint } from '@tiptap/pm/transform'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Media } from '#shared/contract/media.ts'
import { outsideComposition } from './compositions.ts'
import { pictureAttributes } from './picture-attributes.ts'

export interface UploadOptions {
  upload: (file: File) => Promise<Media>
  /** A failure in words, from what `upload` threw. */
  explain: (error: unknown) => string
  labels: { uploading: () => string; retry: () => string; remove: () => string }
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    uploads: {
      /** Uploads files and puts their pictures at `position`, or makes a gallery of them there. */
      uploadImages: (files: readonly File[], place?: UploadPlace) => ReturnType
    }
  }
}

export interface UploadPlace {
  /** The end of the selection unless given. */
  position?: number
  asGallery?: boolean
}

type Change = { add: { id: object; position: number; dom: HTMLElement } } | { remove: object }

const key = new PluginKey<DecorationSet>('uploads')

export const imageFiles = (files: Iterable<File> | null | undefined): File[] =>
  [...(files ?? [])].filter((file) => file.type.startsWith('image/'))

const placeOf = (state: EditorState, id: object): number | null =>
  key.getState(state)?.find(undefined, undefined, (spec) => spec.id === id)[0]?.from ?? null

/** A picture on its way into the library stands in the text as a widget: the document itself knows finished ones only. */
export const uploads = (options: UploadOptions) =>
  Extension.create({
    name: 'uploads',
    addCommands: () => ({
      uploadImages:
        (files, place) =>
        ({ view }) => {
          // After this command's own transaction.
          queueMicrotask(() => uploadImages(view, files, options, place))
          return true
        },
    }),
    addProseMirrorPlugins() {
      return [
        new Plugin<DecorationSet>({
          key,
          state: {
            init: () => DecorationSet.empty,
            apply(tr, before) {
              const set = before.map(tr.mapping, tr.doc)
              const change: Change | undefined = tr.getMeta(key)
              if (!change) return set
              if ('remove' in change)
                return set.remove(set.find(undefined, undefined, (spec) => spec.id === change.remove))
              const { id, position, dom } = change.add
              return set.add(tr.doc, [
                Decoration.widget(position, dom, { id, side: 1, ignoreSelection: true }),
              ])
            },
          },
          props: {
            decorations: (state) => key.getState(state),
            handlePaste(view, event) {
              const files = imageFiles(event.clipboardData?.files)
              const html = event.clipboardData?.getData('text/html') ?? ''
              // Office programs add a picture of the text they copied; a single img is a copied picture.
              const onlyPicture =
                html === '' || (/<img\b/i.test(html) && html.replace(/<[^>]+>/g, '').trim() === '')
              if (files.length === 0 || !onlyPicture) return false
              uploadImages(view, files, options)
              return true
            },
            handleDrop(view, event, _slice, moved) {
              const files = imageFiles(event.dataTransfer?.files)
              if (moved || files.length === 0) return false
              event.preventDefault()
              const position = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
              uploadImages(view, files, options, { position })
              return true
            },
          },
        }),
      ]
    },
  })

/** Uploads files and puts their pictures into the text, in order. */
export function uploadImages(
  view: EditorView,
  files: readonly File[],
  options: UploadOptions,
  { position = view.state.selection.to, asGallery = false }: UploadPlace = {},
): void {
  const type = view.state.schema.nodes[asGallery ? 'gallery' : 'image']
  if (!type) return
  /** The gallery, once its first picture has come. */
  let started = false
  let previous: Promise<unknown> = Promise.resolve()
  for (const file of files) {
    const id = {}
    const at = insertPoint(view.state.doc, position, type) ?? view.state.doc.content.size
    const widget = uploadWidget(file, options.labels)
    const remove = () => {
      widget.release()
      outsideComposition(view, () => view.dispatch(view.state.tr.setMeta(key, { remove: id })))
    }
    const start = async (before: Promise<unknown>) => {
      widget.busy()
      try {
        const media = await options.upload(file)
        await before
        widget.release()
        outsideComposition(view, () => {
          if (!asGallery) insertImage(view, id, media)
          else started = insertIntoGallery(view, id, media, started) || started
        })
      } catch (error) {
        widget.failed(options.explain(error), () => void start(Promise.resolve()), remove)
      }
    }
    view.dispatch(view.state.tr.setMeta(key, { add: { id, position: at, dom: widget.dom } }))
    previous = start(previous)
  }
}

/** Puts the picture where its widget stands now; nowhere when that text was deleted meanwhile. */
function insertImage(view: EditorView, id: object, media: Media): void {
  const place = placeOf(view.state, id)
  const image = view.state.schema.nodes.image?.create(pictureAttributes(media))
  if (place === null || !image) return
  const tr = view.state.tr.setMeta(key, { remove: id }).insert(place, image)
  const next = tr.doc.resolve(place + image.nodeSize)
  const line = next.nodeAfter
  const isEmptyLine = line?.type.name === 'paragraph' && line.content.size === 0 && next.depth === 0
  const others = key.getState(view.state)?.find(place, place).length ?? 0
  // The empty line that was pasted into goes, but not where writing goes on after the last block.
  if (isEmptyLine && others <= 1 && line !== tr.doc.lastChild) tr.delete(next.pos, next.pos + line.nodeSize)
  view.dispatch(tr.scrollIntoView())
}

/** Adds the picture to the gallery before its widget, which begins with the first one. */
function insertIntoGallery(
  view: EditorView,
  id: object,
  { id: media, width, height }: Media,
  started: boolean,
) {
  const place = placeOf(view.state, id)
  const { image, gallery } = view.state.schema.nodes
  const picture = image?.create({ media, width, height })
  if (place === null || !picture) return false
  const before = view.state.doc.resolve(place).nodeBefore
  const tr = view.state.tr.setMeta(key, { remove: id })
  if (started && before && before.type === gallery) tr.insert(place - 1, picture)
  else if (gallery) tr.insert(place, gallery.create(null, picture))
  view.dispatch(tr.scrollIntoView())
  return true
}

function uploadWidget(file: File, labels: UploadOptions['labels']) {
  const dom = document.createElement('div')
  dom.className = 'upload-block'
  dom.contentEditable = 'false'
  const picture = document.createElement('img')
  const address = URL.createObjectURL(file)
  picture.src = address
  picture.alt = ''
  const line = document.createElement('div')
  line.className = 'upload-block-line'
  line.setAttribute('role', 'status')
  dom.append(picture, line)

  const button = (text: string, click: () => void) => {
    const element = document.createElement('button')
    element.type = 'button'
    element.textContent = text
    element.addEventListener('click', click)
    return element
  }

  return {
    dom,
    busy() {
      dom.classList.remove('is-failed')
      line.textContent = `${labels.uploading()} ${file.name}`
    },
    failed(reason: string, retry: () => void, remove: () => void) {
      dom.classList.add('is-failed')
      const text = document.createElement('span')
      text.textContent = `${file.name}: ${reason}`
      line.replaceChildren(text, button(labels.retry(), retry), button(labels.remove(), remove))
    },
    release: () => URL.revokeObjectURL(address),
  }
}

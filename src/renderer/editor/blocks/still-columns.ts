import { Plugin } from '@tiptap/pm/state'
import { columnResizingPluginKey } from '@tiptap/pm/tables'

/** A press on the edge of a column that moves nothing changes nothing: prosemirror-tables would write the width down. */
export const stillColumns = () =>
  new Plugin({
    props: {
      handleDOMEvents: {
        mousedown(view, event) {
          if ((columnResizingPluginKey.getState(view.state)?.activeHandle ?? -1) < 0) return false
          const released = ({ clientX }: MouseEvent) => {
            if (Math.abs(clientX - event.clientX) > 2 || view.isDestroyed) return
            if (columnResizingPluginKey.getState(view.state)?.dragging)
              view.dispatch(view.state.tr.setMeta(columnResizingPluginKey, { setDragging: null }))
          }
          window.addEventListener('mouseup', released, { capture: true, once: true })
          return false
        },
      },
    },
  })

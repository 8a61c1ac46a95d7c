import { Modal, type ModalProps } from '@mantine/core'
import { type RefObject, useEffect } from 'react'
import { useFocusReturned } from './use-focus-returned.ts'

/** A modal that is open for as long as it is drawn. Mantine's own gives the focus back only while it stays drawn. */
export function Dialog({ children, ...props }: Omit<ModalProps, 'opened' | 'ref'>) {
  const root = useFocusReturned()
  return (
    <Modal ref={root} opened {...props}>
      {children}
      <FocusKeeper root={root} />
    </Modal>
  )
}

/** What had the focus may go with a step of the dialog; the keys stay with the dialog. In it: there later than its parent. */
function FocusKeeper({ root }: { root: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    const { current } = root
    if (!current) return
    const observer = new MutationObserver(() => {
      const { activeElement, body } = document
      const dialog = current.querySelector<HTMLElement>('[role=dialog]')
      if (activeElement !== body && activeElement !== dialog) return
      const next = current.querySelector<HTMLElement>('[data-autofocus]') ?? dialog
      next?.focus({ preventScroll: true })
    })
    observer.observe(current, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [root])
  return null
}

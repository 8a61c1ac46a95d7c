import { Modal, type ModalProps } from '@mantine/core'
import { useFocusReturned } from './use-focus-returned.ts'

/** A modal that is open for as long as it is drawn. Mantine's own gives the focus back only while it stays drawn. */
export function Dialog(props: Omit<ModalProps, 'opened' | 'ref'>) {
  const root = useFocusReturned()
  return <Modal ref={root} opened {...props} />
}

import type { Media } from '#shared/contract/media.ts'

export interface EditPictureProps {
  media: Media
  /** A new picture, or the same one with another focal point. */
  onSaved: (media: Media) => void
  onClose: () => void
  /** Where it is edited for one place in a text: puts the new picture there. */
  onlyHere?: (media: Media) => void
}

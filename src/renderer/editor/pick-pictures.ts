import { imageFiles } from './uploads.ts'

/** Lets people choose picture files. */
export function pickPictures(then: (files: File[]) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*'
  input.multiple = true
  input.addEventListener('change', () => {
    const files = imageFiles(input.files)
    if (files.length > 0) then(files)
  })
  input.click()
}

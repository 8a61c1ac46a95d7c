/** A file on its way out: its path in the folder or archive, with forward slashes, and its bytes or where they lie. */
export interface ExportFile {
  name: string
  content: Uint8Array | { file: string }
}

/** Where a picture lies beside the exported file. Named after its content, as in the library: the import knows it again. */
export const mediaPath = ({ fileName }: { fileName: string }): string => `media/${fileName}`

/** The picture that an export put beside its file: named after its content. Null for any other address. */
export const mediaAt = (address: string): string | null =>
  /^(?:\.\/)?media\/([0-9a-f]{64})\.[a-z]{3,4}$/.exec(address)?.[1] ?? null

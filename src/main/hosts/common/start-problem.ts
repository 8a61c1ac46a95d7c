const expected = new Set(['LibraryInUseError', 'NewerLibraryError', 'DamagedLibraryError'])

const fileProblems: Record<string, string> = {
  EACCES: 'it may not be written to',
  EPERM: 'it may not be written to',
  EROFS: 'it is read-only',
  ENOENT: 'its folder cannot be made there',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
}

/** One line for the person who started Galley; null when the error is a fault of the program. */
export function startProblem(error: unknown, libraryFolder: string): string | null {
  if (!(error instanceof Error)) return null
  if (expected.has(error.name)) return error.message
  if (!('code' in error) || typeof error.code !== 'string') return null
  if (error.code === 'EADDRINUSE')
    return 'Another program uses that port. Choose another, or leave --port out.'
  const reason = fileProblems[error.code] ?? (/^SQLITE_/.test(error.code) ? error.message : null)
  return reason && `The library ${libraryFolder} cannot be opened: ${reason}.`
}

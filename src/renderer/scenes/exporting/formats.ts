import type { ExportFormat } from '#shared/contract/exporting.ts'

/** In the order of menus. */
export const formats = ['markdown', 'html', 'docx', 'pdf'] as const satisfies readonly ExportFormat[]

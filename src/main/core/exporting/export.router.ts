import { implement } from '@orpc/server'
import { exporting as contract } from '#shared/contract/exporting.ts'
import type { ExportService } from './export.service.ts'

export function createExportRouter(exports: ExportService) {
  const os = implement(contract)
  return os.router({
    export: os.export.handler(({ input, signal }) => exports.export(input, signal)),
    html: os.html.handler(({ input }) => exports.html(input.articleId)),
    weChat: os.weChat.handler(({ input }) => exports.weChat(input.articleId, input.style)),
  })
}

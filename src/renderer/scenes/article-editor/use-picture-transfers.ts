import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { createTransfers } from '../../editor/transfers/create-transfers.ts'
import type { TransferLabels } from '../../editor/transfers/transfer-box.ts'
import { presentError } from '../../errors/present-error.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** Pictures of one article on their way into the library, and the words for it. */
export function usePictureTransfers() {
  const { t } = useTranslation('paste')
  const format = useFormat()
  const transfers = useMemo(
    () =>
      createTransfers({
        async *fetch(url, signal) {
          yield* await client.media.fetch({ url }, { signal })
        },
        upload: (file, signal) => client.media.upload({ file }, { signal }),
        explain: (error) => presentError(error).title,
      }),
    [],
  )
  const labels = useMemo<TransferLabels>(
    () => ({
      missing: () => t('picture.missing'),
      remote: () => t('picture.remote'),
      fetch: () => t('picture.fetch'),
      fetching: () => t('picture.fetching'),
      storing: () => t('picture.storing'),
      waiting: () => t('picture.waiting'),
      cancel: () => t('picture.cancel'),
      retry: () => t('picture.retry'),
      bytes: format.bytes,
    }),
    [t, format],
  )
  return useMemo(() => ({ transfers, labels }), [transfers, labels])
}

import type { client } from '../../api/client.ts'

export type Overview = Awaited<ReturnType<typeof client.analytics.overview>>

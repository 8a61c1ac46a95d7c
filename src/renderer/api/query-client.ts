import { QueryClient } from '@tanstack/react-query'
import { DisconnectedError } from './connection.ts'

/** Data stays fresh until a stream of the contract says otherwise; see live-updates.ts. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        retry: (failures, error) => error instanceof DisconnectedError && failures < 20,
        retryDelay: 500,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })

import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#shared/contract/index.ts'

type Client = ContractRouterClient<Contract>

/** What a draft asks of the core. */
export interface DraftCore {
  isConnected: () => boolean
  get: (input: Parameters<Client['articles']['get']>[0]) => ReturnType<Client['articles']['get']>
  getSaved: (
    input: Parameters<Client['articles']['getSaved']>[0],
  ) => ReturnType<Client['articles']['getSaved']>
  save: (
    input: Parameters<Client['articles']['save']>[0],
  ) => Promise<Awaited<ReturnType<Client['articles']['save']>>>
  keepConflict: (input: Parameters<Client['revisions']['keepConflict']>[0]) => Promise<unknown>
}

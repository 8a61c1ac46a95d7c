import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { useSyncExternalStore } from 'react'
import type { Contract } from '#shared/contract/index.ts'
import { connectMessagePort } from './connect-message-port.ts'
import { connectWebSocket } from './connect-websocket.ts'
import type { ConnectionState } from './connection.ts'

export const onDesktop = / Electron\//.test(navigator.userAgent)

const connection = onDesktop ? connectMessagePort() : connectWebSocket()

/** The contract, as calls. Errors declared in it arrive as ORPCError; a lost connection as DisconnectedError. */
export const client: ContractRouterClient<Contract> = createORPCClient(connection.link)

/** The contract, as options for TanStack Query. */
export const orpc = createTanstackQueryUtils(client)

export const connectionState = (): ConnectionState => connection.state()
export const onConnectionStateChange = connection.onStateChange

export const useConnectionState = (): ConnectionState =>
  useSyncExternalStore(connection.onStateChange, connection.state)

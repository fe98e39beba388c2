import { optionalText } from '../options/known-names.ts'
import { type HostedCallOptions, readCall } from './call-options.ts'
import { invalidAnswer, isObject } from './hosted-answer.ts'
import { HostedApi } from './hosted-api.ts'
import type { HostedRequest } from './hosted-request.ts'

/** Whose connections, and which of them. */
export type ListHostedOptions = HostedCallOptions & {
  /** Of one user; of the whole organization if not given. */
  readonly externalUserId?: string | undefined
  /** At most so many, 100 if not given, and no more than 100. */
  readonly limit?: number | undefined
  /** Of the page before. */
  readonly cursor?: string | undefined
}

/** A connection, as the hosted server describes it. */
export interface HostedConnectionInfo {
  readonly connectorId: string
  readonly externalUserId: string
  readonly name: string
  /** What its tokens are: of a consent, or a personal access token. */
  readonly auth: 'oauth' | 'token'
  /** ISO 8601, as the next. */
  readonly createdAt: string
  readonly updatedAt: string
}

/** Connections, the oldest first. */
export interface HostedConnectionPage {
  readonly connections: readonly HostedConnectionInfo[]
  /** Set while there are more: for the next call. */
  readonly cursor?: string
}

/** @throws {HostedError | ConfigurationError} */
export async function listConnections(options: ListHostedOptions): Promise<HostedConnectionPage> {
  const { connection, patience, own } = readCall('listHosted', options, ['externalUserId', 'limit', 'cursor'])
  const query = new URLSearchParams()
  if (connection.externalUserId !== undefined) query.set('external_user_id', connection.externalUserId)
  if (own['limit'] !== undefined) query.set('limit', String(own['limit']))
  const after = optionalText('cursor', own['cursor'])
  if (after !== undefined) query.set('cursor', after)
  const path = `/integrations/connectors${query.size > 0 ? `?${query}` : ''}`
  return connectionPage(new HostedApi(connection), { ...patience, method: 'GET', path })
}

/** @throws {HostedError} */
export async function connectionPage(api: HostedApi, request: HostedRequest): Promise<HostedConnectionPage> {
  const { data, next_cursor: cursor } = await api.json(request)
  const found = Array.isArray(data) ? data.map(connectionInfo) : [undefined]
  const connections = found.filter(info => info !== undefined)
  // A list that was understood in part would pass for the whole one.
  if (connections.length < found.length) throw invalidAnswer(request)
  return { connections, ...(typeof cursor === 'string' && { cursor }) }
}

function connectionInfo(value: unknown): HostedConnectionInfo | undefined {
  if (!isObject(value)) return undefined
  const { auth } = value
  const text = (name: string) => (typeof value[name] === 'string' ? value[name] : undefined)
  const [connectorId, externalUserId] = [text('id'), text('external_user_id')]
  const [name, createdAt, updatedAt] = [text('name'), text('created_at'), text('updated_at')]
  if (connectorId === undefined || externalUserId === undefined || name === undefined) return undefined
  if (createdAt === undefined || updatedAt === undefined) return undefined
  if (auth !== 'oauth' && auth !== 'token') return undefined
  return { connectorId, externalUserId, name, auth, createdAt, updatedAt }
}

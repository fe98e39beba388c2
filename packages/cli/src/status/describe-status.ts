import type { ConnectionStatus } from '@x/asana-auth-core'
import type { Fact } from '../terminal/console.ts'
import { relativeTime } from './relative-time.ts'

const states: Readonly<Record<ConnectionStatus['state'], string>> = {
  connected: 'connected',
  not_connected: 'not connected',
  reauthorization_required: 'has to authorize again',
}

/** A connection's status for people; times as distances from now. */
export function describeStatus(status: ConnectionStatus, now: number): Fact[] {
  const { state } = status
  if (state === 'not_connected') return [['state', states[state]]]
  const { identity, expiresAt, updatedAt, refreshable, scope, workspaceGid, sealedWith } = status
  return [
    ['state', states[state]],
    ['user', identity && [identity.name, identity.email, identity.gid].filter(Boolean).join(', ')],
    ['expires', expiresAt === undefined ? undefined : relativeTime(expiresAt, now)],
    ['refreshable', refreshable ? 'yes' : 'no: it ends with this access token'],
    ['changed', relativeTime(updatedAt, now)],
    ['scope', scope?.join(' ')],
    ['workspace', workspaceGid],
    ['sealed with', sealedWith ?? 'nothing: it is stored in plain'],
  ]
}

export function describeState(status: ConnectionStatus): string {
  return states[status.state]
}

import { randomBytes, randomUUID } from 'node:crypto'
import { AuthManager } from '@x/asana-auth-core'
import { connectStore, type StoreConnection } from '@x/store-services'
import { type Call, callsPerSecond, type Rounds } from '../../calls-per-second.ts'
import { median, medianRatio } from '../../statistics.ts'
import { bareReader, openAndParse } from './bare-reader.ts'
import { connectionsGone } from './connections-gone.ts'
import { openKeyValuePeers } from './key-value-peers.ts'

export type Reader = 'ours' | 'bare' | 'keyv' | 'unstorage'

export interface ReadRate {
  readonly reader: Reader
  /** The median of the rounds. */
  readonly perSecond: number
  /** To the bare client: 1 is as fast. The median over rounds side by side. */
  readonly ratio: number
}

export interface ReadLoad extends Rounds {
  /** Credentials that are read in turn. */
  readonly rows: number
}

/** Read, open and parse a stored credential: ours, and the same payload read by the others. */
export async function measureReads(connection: StoreConnection, load: ReadLoad): Promise<ReadRate[]> {
  const namespace = `read-${randomUUID()}`
  const { store, close } = await connectStore(connection, namespace)
  const key = randomBytes(32)
  const auth = new AuthManager({ store, encryption: { keys: [{ id: 'k', key }] }, environment: {} })
  const bare = await bareReader(connection, namespace)
  const peers = await openKeyValuePeers(connection)
  try {
    const subjects = Array.from({ length: load.rows }, (_, index) => `user-${index}`)
    for (const subject of subjects) {
      await auth.storeCredentials('asana', subject, sampleCredentials())
      const payload = await bare.readPayload(subject)
      for (const peer of Object.values(peers)) await peer.write(subject, payload)
    }
    let next = 0
    const anySubject = () => subjects[next++ % subjects.length] ?? ''
    const opened =
      (read: (subject: string) => Promise<string>): Call =>
      async () => {
        const subject = anySubject()
        return openAndParse(await read(subject), key, JSON.stringify([namespace, 'asana', subject]))
      }
    const readers = {
      ours: () => auth.loadCredentials('asana', anySubject()),
      bare: opened(bare.readPayload),
      ...Object.fromEntries(Object.entries(peers).map(([name, peer]) => [name, opened(peer.read)])),
    } as Record<Reader, Call>
    const rates = await callsPerSecond(readers, load)
    return (Object.keys(readers) as Reader[]).map(reader => ({
      reader,
      perSecond: Math.round(median(rates[reader])),
      ratio: medianRatio(rates[reader], rates.bare),
    }))
  } finally {
    await auth.close()
    await close()
    for (const reader of [bare, ...Object.values(peers)]) await reader.close()
    if (connection.kind === 'postgres') await connectionsGone(connection.url)
  }
}

/** About as large as what Asana answers. */
const sampleCredentials = () => ({
  accessToken: randomBytes(150).toString('base64url'),
  refreshToken: randomBytes(60).toString('base64url'),
  expiresIn: 3600,
  expiresAt: Date.now() + 3_600_000,
  raw: { data: { gid: '1201', name: 'Ada Sample', email: 'ada@example.com' } },
})

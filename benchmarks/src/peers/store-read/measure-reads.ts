import { randomBytes, randomUUID } from 'node:crypto'
import { AuthManager } from '@x/asana-auth-core'
import { connectStore } from '@x/store-services'
import { callsPerSecond } from '../../calls-per-second.ts'
import { median, medianRatio } from '../../statistics.ts'
import { bareReader, openAndParse } from '../../store-read/bare-read.ts'
import { openKeyv, openUnstorage, type SqlOrRedis } from './key-value-peers.ts'

export interface StoreReads {
  /** Reads a second: the medians of the rounds. */
  readonly ours: number
  readonly bare: number
  readonly keyv: number
  readonly unstorage: number
  /** Ours to the bare client: 1 is as fast. The median over rounds side by side, as are the others. */
  readonly ratio: number
  readonly keyvRatio: number
  readonly unstorageRatio: number
}

const CONCURRENCY = 64
const ROWS = 200

/** Read, open and parse a stored credential: ours, and the same payload read by three others. */
export async function measureReads(
  connection: SqlOrRedis,
  { quick }: { quick: boolean },
): Promise<StoreReads> {
  const namespace = `read-${randomUUID()}`
  const { store, close } = await connectStore(connection, namespace)
  const key = randomBytes(32)
  const auth = new AuthManager({ store, encryption: { keys: [{ id: 'k', key }] }, environment: {} })
  const bare = await bareReader(connection, namespace)
  const keyv = await openKeyv(connection)
  const unstorage = await openUnstorage(connection)
  try {
    const subjects = Array.from({ length: ROWS }, (_, index) => `user-${index}`)
    for (const subject of subjects) {
      await auth.storeCredentials('asana', subject, sampleCredentials())
      const payload = await bare.readPayload(subject)
      await Promise.all([keyv.write(subject, payload), unstorage.write(subject, payload)])
    }
    let next = 0
    const anySubject = () => subjects[next++ % ROWS] ?? ''
    const opened = (read: (subject: string) => Promise<string>) => async () => {
      const subject = anySubject()
      return openAndParse(await read(subject), key, JSON.stringify([namespace, 'asana', subject]))
    }
    const rates = await callsPerSecond(
      {
        ours: () => auth.loadCredentials('asana', anySubject()),
        bare: opened(bare.readPayload),
        keyv: opened(keyv.read),
        unstorage: opened(unstorage.read),
      },
      { rounds: quick ? 7 : 41, callsPerRound: quick ? 2000 : 4000, concurrency: CONCURRENCY },
    )
    return {
      ours: Math.round(median(rates.ours)),
      bare: Math.round(median(rates.bare)),
      keyv: Math.round(median(rates.keyv)),
      unstorage: Math.round(median(rates.unstorage)),
      ratio: medianRatio(rates.ours, rates.bare),
      keyvRatio: medianRatio(rates.keyv, rates.bare),
      unstorageRatio: medianRatio(rates.unstorage, rates.bare),
    }
  } finally {
    await auth.close()
    await Promise.all([bare.close(), keyv.close(), unstorage.close(), close()])
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

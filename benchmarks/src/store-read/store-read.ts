import { randomBytes, randomUUID } from 'node:crypto'
import { AuthManager } from '@x/asana-auth-core'
import { connectStore, startBackend } from '@x/store-services'
import { callsPerSecond } from '../calls-per-second.ts'
import { median, medianRatio } from '../statistics.ts'
import { bareReader, openAndParse } from './bare-read.ts'

// Read, open and parse a stored credential, 64 at a time: ours beside the bare client doing the same.

const CONCURRENCY = 64
const ROWS = 200
const inAnHour = Date.now() + 3_600_000
const results: Record<string, { ours: number; bare: number; ratio: number }> = {}

for (const kind of ['redis', 'postgres'] as const) {
  const backend = await startBackend(kind)
  const namespace = `read-${randomUUID()}`
  const { store, close } = await connectStore(backend.connection, namespace)
  const bare = await bareReader(backend.connection, namespace)
  const key = randomBytes(32)
  const auth = new AuthManager({ store, encryption: { keys: [{ id: 'k', key }] }, environment: {} })
  const subjects = Array.from({ length: ROWS }, (_, i) => `user-${i}`)
  for (const subject of subjects) {
    await auth.storeCredentials('asana', subject, {
      accessToken: randomBytes(150).toString('base64url'),
      refreshToken: randomBytes(60).toString('base64url'),
      expiresIn: 3600,
      expiresAt: inAnHour,
      raw: { data: { gid: '1201', name: 'Ada Sample', email: 'ada@example.com' } },
    })
  }
  let next = 0
  const any = () => subjects[next++ % ROWS] ?? ''
  const rates = await callsPerSecond(
    {
      ours: () => auth.loadCredentials('asana', any()),
      bare: async () => {
        const subject = any()
        return openAndParse(
          await bare.readPayload(subject),
          key,
          JSON.stringify([namespace, 'asana', subject]),
        )
      },
    },
    { rounds: 41, callsPerRound: 4000, concurrency: CONCURRENCY },
  )
  const [ours, plain] = [Math.round(median(rates.ours)), Math.round(median(rates.bare))]
  results[kind] = { ours, bare: plain, ratio: medianRatio(rates.ours, rates.bare) }
  process.stdout.write(`${kind.padEnd(10)} ${ours} reads/s, bare client ${plain}/s\n`)
  await bare.close()
  await close()
  await backend.close()
}
process.stdout.write(`${JSON.stringify({ storeRead: results })}\n`)

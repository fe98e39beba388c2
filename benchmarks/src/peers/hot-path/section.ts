import { AuthManager } from '@x/asana-auth-core'
import { MemoryStore } from '@x/asana-auth-store-memory'
import { type Call, callsPerSecond } from '../../calls-per-second.ts'
import type { BarChart } from '../../report/bar-chart.ts'
import type { Section } from '../../report/section.ts'
import { isOurs, type Table, times } from '../../report/table.ts'
import { median, medianRatio } from '../../statistics.ts'
import { betterAuthInMemory } from '../libraries/better-auth.ts'
import { googleInMemory } from '../libraries/google-auth-library.ts'
import { simpleOAuth2InMemory } from '../libraries/simple-oauth2.ts'
import { installationOf, slackAuthorizer } from '../libraries/slack-oauth.ts'
import type { Endpoints } from '../libraries/token-library.ts'

// Beyond the two hours that @slack/oauth refreshes ahead: for every library the token is good.
const credential = {
  accessToken: 'warm',
  refreshToken: 'r',
  expiresAt: Date.now() + 12 * 3_600_000,
}
const endpoints: Endpoints = {
  authorizationUrl: 'http://127.0.0.1:9/authorize',
  tokenUrl: 'http://127.0.0.1:9/token',
  revocationUrl: 'http://127.0.0.1:9/revoke',
  introspectionUrl: 'http://127.0.0.1:9/introspect',
  baseUrl: 'http://127.0.0.1:9/api',
}
const app = { clientId: '1', clientSecret: 's', endpoints }

/** Beside the heavy ones a round of as many calls of ours would be over before it can be timed. */
const OURS_PER_CALL = 500

const timesOver = (call: Call, times: number) => async () => {
  for (let left = times; left > 0; left--) await call()
}

const FLOOR = 'an async function that returns a constant'

/** A token that is good, awaited in a loop, everything in memory. */
export const hotPath: Section = {
  key: 'hotPath',
  needsPeers: true,
  async run({ quick }) {
    process.stderr.write('hotPath …\n')
    const ours = await oursInMemory()
    const rounds = quick ? 5 : 15
    const light = await callsPerSecond(
      {
        ours,
        'google-auth-library': await googleInMemory(app, credential),
        'simple-oauth2': await simpleOAuth2InMemory(app, credential),
        [FLOOR]: async () => 'warm',
      },
      { rounds, callsPerRound: quick ? 50_000 : 200_000 },
    )
    const installation = installationOf(credential)
    const store = { fetchInstallation: async () => installation, storeInstallation: async () => {} }
    // Up to a thousand times as much work: as many calls would take minutes.
    const heavy = await callsPerSecond(
      {
        ours: timesOver(ours, OURS_PER_CALL),
        '@slack/oauth': await slackAuthorizer(app, store),
        'better-auth': await betterAuthInMemory(app, credential),
      },
      { rounds, callsPerRound: quick ? 200 : 2000 },
    )
    const oursInHeavy = heavy.ours.map(rate => rate * OURS_PER_CALL)
    const rows = [
      ...compared(light),
      ...compared({ ...heavy, ours: oursInHeavy }).filter(row => row.name !== 'ours'),
    ].sort((a, b) => a.oursIsFaster - b.oursIsFaster)
    const peers = rows.filter(row => row.name !== 'ours' && row.name !== FLOOR)
    return {
      results: { rows, ratioToFastestPeer: Math.min(...peers.map(row => row.oursIsFaster)) },
      exhibits: [{ name: 'hot-path', table: table(rows), chart: chart(rows) }],
    }
  },
}

interface Row {
  readonly name: string
  readonly callsPerSecond: number
  /** How many times as fast ours is. */
  readonly oursIsFaster: number
}

async function oursInMemory(): Promise<Call> {
  const auth = new AuthManager({ store: new MemoryStore(), environment: {} })
  await auth.storeCredentials('asana', 'u', credential)
  const session = await auth.session({ subject: 'u' })
  return () => session.getAccessToken()
}

function compared(rates: Readonly<Record<string, number[]>>): Row[] {
  const ours = rates['ours'] ?? []
  return Object.entries(rates).map(([name, all]) => ({
    name,
    callsPerSecond: Math.round(median(all)),
    oursIsFaster: medianRatio(ours, all),
  }))
}

const table = (rows: readonly Row[]): Table => ({
  title: 'A warm token, calls a second',
  head: ['library', 'calls a second', 'ours is as fast'],
  rows: rows.map(row => [row.name, row.callsPerSecond, isOurs(row.name) ? '' : times(row.oursIsFaster)]),
})

const chart = (rows: readonly Row[]): BarChart => ({
  title: 'A warm token, calls a second',
  note: 'Longer is faster; logarithmic. Everything in memory, one call after the other.',
  groups: [
    {
      label: 'Calls a second',
      scale: 'logarithmic',
      bars: rows.map(row => ({
        label: row.name,
        value: row.callsPerSecond,
        text: row.callsPerSecond.toLocaleString('en'),
        ours: isOurs(row.name),
      })),
    },
  ],
})

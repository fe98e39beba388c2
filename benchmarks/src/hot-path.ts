import { AuthManager } from '@x/asana-auth-core'
import { MemoryStore } from '@x/asana-auth-store-memory'
import { OAuth2Client } from 'google-auth-library'
import { callsPerSecond } from './calls-per-second.ts'
import { median, medianRatio } from './statistics.ts'

// A warm token, awaited in a loop: ours beside google-auth-library's, in one run.

const inAnHour = Date.now() + 3_600_000

const auth = new AuthManager({ store: new MemoryStore(), environment: {} })
await auth.storeCredentials('asana', 'u', { accessToken: 'warm', refreshToken: 'r', expiresAt: inAnHour })
const session = await auth.session({ subject: 'u' })

const google = new OAuth2Client({ clientId: '1', clientSecret: 's' })
google.setCredentials({ access_token: 'warm', refresh_token: 'r', expiry_date: inAnHour })

const rates = await callsPerSecond(
  {
    ours: () => session.getAccessToken(),
    'google-auth-library': () => google.getAccessToken(),
    'an async function that returns a constant': async () => 'warm',
  },
  { rounds: 9, callsPerRound: 200_000 },
)
const medians = Object.entries(rates).map(([name, all]) => [name, Math.round(median(all))] as const)
const ratio = medianRatio(rates.ours, rates['google-auth-library'])

process.stdout.write('\nWarm token, calls a second (median of the rounds)\n\n')
for (const [name, rate] of medians)
  process.stdout.write(`${rate.toLocaleString('en').padStart(14)}  ${name}\n`)
const [[, ours] = [], [, googleAuthLibrary] = []] = medians
process.stdout.write(`\n${JSON.stringify({ hotPath: { ours, googleAuthLibrary, ratio } })}\n`)

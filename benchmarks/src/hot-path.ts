import { AuthManager } from '@x/asana-auth-core'
import { MemoryStore } from '@x/asana-auth-store-memory'
import { OAuth2Client } from 'google-auth-library'
import { callsPerSecond } from './calls-per-second.ts'

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
const [ours = 0, google_ = 0] = [rates.get('ours'), rates.get('google-auth-library')]

process.stdout.write('\nWarm token, calls a second (median of the rounds)\n\n')
for (const [name, rate] of rates)
  process.stdout.write(`${Math.round(rate).toLocaleString('en').padStart(14)}  ${name}\n`)
process.stdout.write(
  `\n${JSON.stringify({ hotPath: { ours: Math.round(ours), googleAuthLibrary: Math.round(google_), ratio: Number((ours / google_).toFixed(2)) } })}\n`,
)

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tryRun } from '../repository/run.ts'

// What core loads with the first call: the protocol library and crypto.
const script = `const { AuthManager, Keyring } = require('@x/asana-auth-core')
const app = { clientId: '1', clientSecret: 's', redirectUri: 'https://app.example/callback' }
const { oauth2 } = new AuthManager({ asana: app, environment: {} }).asana
const keyring = new Keyring([{ id: 'k', key: Buffer.alloc(32, 1) }])
Promise.all([oauth2.authorize(), keyring.seal('text', 'place')]).then(([step, sealed]) =>
  console.log(step.state.length > 0 && sealed.startsWith('v1.k.') ? 'well' : 'badly'),
)
`

/**
 * CommonJS that may require CommonJS alone, and import nothing, loads the rest of core, too: test runners that make
 * modules themselves know no more.
 */
export async function requireLate(project: string): Promise<string[]> {
  await writeFile(join(project, 'late.cjs'), script)
  const flag = '--no-experimental-require-module'
  const flags = process.allowedNodeEnvironmentFlags.has(flag) ? [flag] : []
  const { ok, output } = await tryRun(process.execPath, [...flags, 'late.cjs'], { cwd: project })
  return ok && output === 'well' ? [] : [`What core requires late cannot be required:\n${output}`]
}

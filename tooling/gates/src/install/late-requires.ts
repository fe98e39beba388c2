import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tryRun } from '../repository/run.ts'

// Our packages are loaded as test runners do it that make modules themselves: by a script with a `require` of its
// own, in which `import()` fails. What core loads with the first call is the protocol library and crypto.
const script = `const { createRequire } = require('node:module')
const { readFileSync } = require('node:fs')
const { Script } = require('node:vm')
const loaded = new Map()
function load(file) {
  const module = loaded.get(file) ?? { exports: {} }
  if (loaded.has(file)) return module.exports
  loaded.set(file, module)
  const real = createRequire(file)
  const own = id => (/^[.#]|^@x\\//.test(id) ? load(real.resolve(id)) : real(id))
  const code = '(function (module, exports, require) {' + readFileSync(file, 'utf8') + '\\n})'
  new Script(code, { filename: file }).runInThisContext()(module, module.exports, own)
  return module.exports
}
const { AuthManager, Keyring } = load(require.resolve('@x/asana-auth-core'))
const app = { clientId: '1', clientSecret: 's', redirectUri: 'https://app.example/callback' }
const { oauth2 } = new AuthManager({ asana: app, environment: {} }).asana
const keyring = new Keyring([{ id: 'k', key: Buffer.alloc(32, 1) }])
Promise.all([oauth2.authorize(), keyring.seal('text', 'place')]).then(([step, sealed]) =>
  console.log(step.state.length > 0 && sealed.startsWith('v1.k.') ? 'well' : 'badly'),
)
`

/** CommonJS that may require CommonJS alone, and import nothing, loads the rest of core, too. */
export async function requireLate(project: string): Promise<string[]> {
  await writeFile(join(project, 'late.cjs'), script)
  const flag = '--no-experimental-require-module'
  const flags = process.allowedNodeEnvironmentFlags.has(flag) ? [flag] : []
  const { ok, output } = await tryRun(process.execPath, [...flags, 'late.cjs'], { cwd: project })
  return ok && output === 'well' ? [] : [`What core requires late cannot be required:\n${output}`]
}

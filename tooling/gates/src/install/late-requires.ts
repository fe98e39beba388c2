import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tryRun } from '../repository/run.ts'

// Our packages are loaded as test runners do it that make modules themselves: by a script with a `require` of its
// own, in which `import()` fails. Those are loaded that tests use, and then a user connects and a token is renewed,
// because core loads the protocol library and crypto with the first call.
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
const names = ['client', 'auth-core', 'auth-store-memory', 'auth-store-redis', 'auth-store-postgres',
  'auth-store-secrets-manager', 'auth-store-conformance', 'auth-express', 'connector', 'sandbox']
const all = Object.assign({}, ...names.map(name => load(require.resolve('@x/asana-' + name))))
const redirectUri = 'https://app.example/callback'
async function main() {
  const sandbox = await all.startSandbox()
  const { clientId, clientSecret } = sandbox.registerApp({ redirectUris: [redirectUri] })
  const auth = new all.AuthManager({
    asana: { ...sandbox.endpoints, clientId, clientSecret, redirectUri },
    store: new all.MemoryStore(),
    encryption: { keys: [{ id: 'k', key: Buffer.alloc(32, 1) }] },
    environment: {},
  })
  const step = await auth.asana.oauth2.authorize()
  const callbackUrl = await sandbox.approve(step.authorizationUrl)
  await auth.storeCredentials('asana', 'ada', await auth.asana.oauth2.exchange({ ...step, callbackUrl }))
  const session = await auth.session({ subject: 'ada' })
  const rejectedToken = await session.getAccessToken()
  const { gid } = await session.asana.getUser('me')
  const renewed = await session.getAccessToken({ rejectedToken })
  console.log(gid && renewed !== rejectedToken ? 'well' : 'badly')
  await auth.close()
  await sandbox.close()
}
main()
`

/** CommonJS that may require CommonJS alone, and import nothing, works to the end. */
export async function requireLate(project: string): Promise<string[]> {
  await writeFile(join(project, 'late.cjs'), script)
  const flag = '--no-experimental-require-module'
  const flags = process.allowedNodeEnvironmentFlags.has(flag) ? [flag] : []
  const { ok, output } = await tryRun(process.execPath, [...flags, 'late.cjs'], { cwd: project })
  return ok && output === 'well'
    ? []
    : [`Without import() and require() of ES modules, the packages do not work:\n${output}`]
}

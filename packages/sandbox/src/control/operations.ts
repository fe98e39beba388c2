import type { LiveOptions } from '../options.ts'
import type { Sandbox } from '../sandbox.ts'
import type { ControlBody } from './control-body.ts'
import { RemoteFaults } from './remote-faults.ts'

type Operation = (sandbox: Sandbox, body: ControlBody, id: number) => unknown

/** Every control operation, by `METHOD path` below `/_sandbox`: what the handle can do, as JSON. */
export function createOperations(): ReadonlyMap<string, Operation> {
  const faults = new RemoteFaults()
  const clock = (sandbox: Sandbox) => ({ nowMs: sandbox.clock.now() })
  return new Map<string, Operation>([
    ['GET /endpoints', sandbox => ({ url: sandbox.url, ...sandbox.endpoints })],
    ['GET /clock', clock],
    [
      'POST /clock/advance',
      (sandbox, body) => {
        sandbox.clock.advance(body.number('ms'))
        return clock(sandbox)
      },
    ],
    [
      'POST /clock/set',
      (sandbox, body) => {
        sandbox.clock.set(body.number('ms'))
        return clock(sandbox)
      },
    ],
    ['GET /faults', () => faults.list()],
    ['POST /faults', (sandbox, body) => faults.add(sandbox, body)],
    ['DELETE /faults', sandbox => faults.clear(sandbox)],
    ['DELETE /faults/{id}', (_sandbox, _body, id) => faults.remove(id)],
    ['GET /counters', sandbox => sandbox.counters.snapshot()],
    ['DELETE /counters', sandbox => sandbox.counters.reset()],
    ['GET /requests', sandbox => sandbox.requests],
    ['GET /grants', sandbox => sandbox.grants],
    ['GET /users', sandbox => sandbox.users],
    ['GET /workspaces', sandbox => sandbox.workspaces],
    [
      'POST /users',
      (sandbox, body) => sandbox.addUser({ name: body.string('name'), email: body.string('email') }),
    ],
    [
      'POST /tasks',
      (sandbox, body) => ({ gids: sandbox.addTasks(body.string('project'), body.number('count')) }),
    ],
    ['POST /apps', registerApp],
    [
      'POST /personal_access_tokens',
      (sandbox, body) => ({ token: sandbox.createPersonalAccessToken(body.string('user')) }),
    ],
    [
      'POST /deauthorize',
      (sandbox, body) => ({
        grants: sandbox.deauthorize({ user: body.string('user'), clientId: body.string('clientId') }),
      }),
    ],
    // The names and values are checked where they are applied.
    ['POST /settings', (sandbox, body) => sandbox.configure(body.all as LiveOptions)],
    ['POST /approve', approve],
  ])
}

/** The only place that shows a secret: the one just made, to whoever made it. */
function registerApp(sandbox: Sandbox, body: ControlBody): unknown {
  const name = body.optionalString('name')
  const clientId = body.optionalString('clientId')
  const clientSecret = body.optionalString('clientSecret')
  const { scopes } = body.all
  return sandbox.registerApp({
    redirectUris: body.strings('redirectUris'),
    ...(name === undefined ? {} : { name }),
    ...(clientId === undefined ? {} : { clientId }),
    ...(clientSecret === undefined ? {} : { clientSecret }),
    ...(scopes === undefined || scopes === 'full' ? {} : { scopes: body.strings('scopes') }),
  })
}

async function approve(sandbox: Sandbox, body: ControlBody): Promise<unknown> {
  const authorizationUrl = body.string('authorizationUrl')
  // It fetches the address: only the sandbox's own.
  if (new URL(authorizationUrl).origin !== sandbox.url) {
    throw new TypeError(`Not an authorization URL of this sandbox: ${authorizationUrl}`)
  }
  const user = body.optionalString('user')
  const approval = { deny: body.boolean('deny'), ...(user === undefined ? {} : { user }) }
  return { callbackUrl: await sandbox.approve(authorizationUrl, approval) }
}

import { ReauthorizationRequiredError } from '@x/asana-auth-core'
import { type Stage, SUBJECT } from './stage.ts'
import type { Step } from './tell.ts'

const CALLERS = 50
const HOUR_MS = 3_600_000

/** Ends the story unless it is so. */
function expect(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise)
}

async function startConsent(stage: Stage): Promise<string> {
  const step = await stage.auth.asana.oauth2.authorize()
  const callbackUrl = await stage.sandbox.approve(step.authorizationUrl)
  stage.callback = { ...step, callbackUrl, subject: SUBJECT }
  return callbackUrl
}

async function connect(stage: Stage) {
  expect(stage.callback !== undefined, 'nobody has been to the consent page')
  const credentials = await stage.auth.asana.oauth2.exchange(stage.callback)
  await stage.auth.storeCredentials('asana', SUBJECT, credentials)
  return credentials
}

export const story: readonly Step[] = [
  {
    name: 'Make the consent URL',
    run: async ({ auth, clientId }) => {
      const { searchParams } = new URL((await auth.asana.oauth2.authorize()).authorizationUrl)
      expect(searchParams.get('client_id') === clientId, 'the URL names another app')
      expect(searchParams.get('code_challenge_method') === 'S256', 'the URL has no PKCE challenge')
      return 'it carries a random state and a PKCE challenge; the verifier stays here'
    },
  },
  {
    name: 'The user allows access on the consent page',
    run: async stage => {
      const callback = new URL(await startConsent(stage))
      expect(callback.searchParams.has('code'), 'there is no code in the callback')
      return `the browser comes back to ${callback.pathname} with a code`
    },
  },
  {
    name: 'Exchange the code for tokens and store them, sealed',
    run: async stage => {
      const credentials = await connect(stage)
      const row = await stage.store.get({ provider: 'asana', subject: SUBJECT })
      expect(row?.record.payload.startsWith('v1.demo.') === true, 'the stored credential is not sealed')
      expect(!JSON.stringify(row).includes(credentials.accessToken), 'the stored row shows the token')
      return `${credentials.identity?.name} is connected; the ${stage.store.name} store holds ${row?.record.payload.slice(0, 24)}…`
    },
  },
  {
    name: "session.asana.getUser('me')",
    run: async stage => {
      stage.session = await stage.auth.session({ subject: SUBJECT })
      const me = await stage.session.asana.getUser('me', { opt_fields: ['name', 'email', 'workspaces.name'] })
      return `${me.name} <${me.email}> in ${me.workspaces?.map(({ name }) => name).join(', ')}`
    },
  },
  {
    name: `The token expires; ${CALLERS} calls at once`,
    run: async stage => {
      const { session, sandbox, events } = stage
      expect(session !== undefined, 'there is no session')
      sandbox.clock.advance(HOUR_MS)
      const before = sandbox.counters.token.refresh_token.total
      const users = await Promise.all(Array.from({ length: CALLERS }, () => session.asana.getUser('me')))
      const refreshes = sandbox.counters.token.refresh_token.total - before
      expect(users.length === CALLERS && refreshes === 1, `${refreshes} refreshes for ${CALLERS} calls`)
      expect(events.get('refreshed') === 1, 'the refresh was not told about')
      return `${CALLERS} answers, exactly ${refreshes} refresh`
    },
  },
  {
    name: 'The user removes the app in Asana',
    run: async ({ session, sandbox, clientId, events, auth }) => {
      expect(session !== undefined, 'there is no session')
      const [user] = sandbox.users
      expect(user !== undefined, 'the sandbox has no user')
      sandbox.deauthorize({ user: user.gid, clientId })
      const error = await session.asana.getUser('me').then(
        () => undefined,
        (reason: unknown) => reason,
      )
      expect(
        error instanceof ReauthorizationRequiredError,
        `expected ReauthorizationRequiredError, got ${String(error)}`,
      )
      expect(events.get('reauthorization_required') === 1, 'it was not told about')
      const { state } = await auth.status(SUBJECT)
      return `${error.name}; the connection is marked "${state}", so nobody asks Asana again`
    },
  },
  {
    name: 'The user connects again',
    run: async stage => {
      await startConsent(stage)
      await connect(stage)
      expect(stage.session !== undefined, 'there is no session')
      const me = await stage.session.asana.getUser('me')
      return `the session that was there works again for ${me.name}`
    },
  },
  {
    name: 'Disconnect',
    run: async ({ auth, store, sandbox }) => {
      const token = (await auth.loadCredentials('asana', SUBJECT))?.accessToken ?? ''
      const { revoked, deleted } = await auth.disconnect(SUBJECT)
      expect(revoked && deleted, `revoked: ${revoked}, deleted: ${deleted}`)
      const { active } = await auth.asana.oauth2.introspect({ token })
      expect(!active, 'the token still works')
      expect(
        (await store.get({ provider: 'asana', subject: SUBJECT })) === undefined,
        'the row is still there',
      )
      const alive = sandbox.grants.filter(grant => !grant.revoked).length
      return `revoked at Asana, then deleted here; ${alive} grants left`
    },
  },
]

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgedTokens } from './forged-tokens.ts'
import { HostedScene, RETURN_URL } from './hosted-scene.ts'

const USERS = ['ada', 'ben', 'cyd'] as const
const MINUTE_MS = 60_000
/** In everything that is Acme's, and in nothing else: an answer to the wrong token must not have it. */
const MARK = 'acme-only'

type Security = readonly Readonly<Record<string, unknown>>[]
interface Operation {
  readonly operationId: string
  readonly security: Security
}

/** A request to each operation that is valid for the first user of Acme. A new endpoint fails here until it has one. */
const validRequests: Readonly<Record<string, (connector: string) => { query?: string; body?: object }>> = {
  createScopedToken: () => ({ body: { external_user_id: 'ada' } }),
  getScopedToken: () => ({}),
  saveAsanaApp: () => ({
    body: { connector_type: 'asana', configuration: { client_id: 'intruder', client_secret: 'x' } },
  }),
  getAsanaApp: () => ({}),
  deleteAsanaApp: () => ({}),
  initiateConsent: () => ({
    body: { external_user_id: 'ada', connector_type: 'asana', redirect_url: RETURN_URL },
  }),
  createConnector: () => ({
    body: {
      external_user_id: 'ada',
      connector_type: 'asana',
      name: 'intruder',
      credentials: { token: 'intruder' },
      check: false,
    },
  }),
  listConnectors: () => ({ query: '?external_user_id=ada' }),
  getConnector: () => ({}),
  updateConnector: () => ({ body: { name: 'intruder' } }),
  deleteConnector: () => ({}),
  execute: () => ({ body: { entity: 'users', action: 'get', params: { user_gid: 'me' } } }),
}

/** Without a token, and each a secret of its own in the request. */
const withoutToken = ['createOperatorToken', 'startConsent', 'finishConsent']

describe('no token opens what is not its own', () => {
  let scene: HostedScene
  let victim: string
  const tokens: Record<string, string> = {}
  const operations: { path: string; method: string; operation: Operation }[] = []

  beforeAll(async () => {
    scene = await HostedScene.open()
    for (const organization of [scene.acme, scene.globex]) {
      const isAcme = organization === scene.acme
      const token = await scene.operatorToken(organization)
      await scene.call('PUT', '/v1/oauth/credentials', {
        token,
        body: {
          connector_type: 'asana',
          configuration: { client_id: isAcme ? `app-${MARK}` : 'app-globex', client_secret: 'secret' },
        },
      })
      for (const user of USERS) {
        const pat = scene.sandbox.createPersonalAccessToken('ada@example.com')
        const name = isAcme ? `${user}-${MARK}` : `${user}-globex`
        const body = { external_user_id: user, connector_type: 'asana', name, credentials: { token: pat } }
        const { id } = (await scene.call('POST', '/v1/integrations/connectors', { token, body })).body
        if (isAcme && user === 'ada') victim = id
      }
    }
    tokens['expired operator'] = await scene.operatorToken()
    tokens['expired scoped'] = await scene.scopedToken('ada')
    scene.sandbox.clock.advance(21 * MINUTE_MS)
    tokens['right operator'] = await scene.operatorToken()
    tokens['right scoped'] = await scene.scopedToken('ada')
    for (const [what, token] of Object.entries(forgedTokens(tokens['right operator']))) {
      tokens[`${what} operator`] = token
    }
    for (const [what, token] of Object.entries(forgedTokens(tokens['right scoped']))) {
      tokens[`${what} scoped`] = token
    }
    tokens['other organization operator'] = await scene.operatorToken(scene.globex)
    for (const user of USERS) {
      tokens[`other organization scoped ${user}`] = await scene.scopedToken(user, scene.globex)
      if (user !== 'ada') tokens[`other user ${user}`] = await scene.scopedToken(user)
    }
    for (const [path, methods] of Object.entries(scene.api.openApi['paths'] as object)) {
      for (const [method, operation] of Object.entries(methods as Record<string, Operation>)) {
        operations.push({ path, method: method.toUpperCase(), operation })
      }
    }
  })
  afterAll(() => scene?.close())

  /** The operation's id without the path that an alias has in it. */
  const nameOf = ({ operation }: { operation: Operation }) => operation.operationId.split('_')[0] ?? ''

  const send = (
    one: { path: string; method: string; operation: Operation },
    token: string | undefined,
    prefix = '/v1',
  ) => {
    const { query = '', body } = validRequests[nameOf(one)]?.(victim) ?? {}
    return scene.call(one.method, prefix + one.path.replace('{id}', victim) + query, { token, body })
  }

  it('knows a request to every operation, and which ones need no token', () => {
    const open = operations.filter(({ operation }) => operation.security.length === 0).map(nameOf)
    expect([...new Set(open)].sort()).toEqual([...withoutToken].sort())
    const closed = operations.filter(({ operation }) => operation.security.length > 0).map(nameOf)
    expect([...new Set(closed)].sort()).toEqual(Object.keys(validRequests).sort())
    expect(operations.length).toBeGreaterThan(15)
  })

  // Several hundred requests, one after the other.
  it('answers 401 to no token, an expired, tampered, unsigned or foreign one', {
    timeout: 60_000,
  }, async () => {
    let tried = 0
    for (const one of operations.filter(({ operation }) => operation.security.length > 0)) {
      for (const prefix of ['/v1', '/api/v1']) {
        for (const [what, token] of [['no', undefined] as const, ...Object.entries(tokens)]) {
          if (what.startsWith('right') || what.startsWith('other')) continue
          const { status, text } = await send(one, token, prefix)
          expect([status, text.includes(MARK)], `${what} token at ${one.method} ${one.path}`).toEqual([
            401,
            false,
          ])
          tried += 1
        }
      }
    }
    expect(tried).toBeGreaterThan(300)
  })

  it('answers 403 to a scoped token where an operator is needed, and the other way round', async () => {
    for (const one of operations.filter(({ operation }) => operation.security.length === 1)) {
      const [needed = ''] = Object.keys(one.operation.security[0] ?? {})
      const wrong = needed === 'operator' ? tokens['right scoped'] : tokens['right operator']
      const { status, text } = await send(one, wrong)
      expect([status, text.includes(MARK)], `${one.method} ${one.path}`).toEqual([403, false])
    }
  })

  it("shows another user or organization nothing, and lets them change nothing of another's", async () => {
    for (const one of operations.filter(({ operation }) => operation.security.length > 0)) {
      const names = one.operation.security.flatMap(scheme => Object.keys(scheme))
      for (const [what, token] of Object.entries(tokens).filter(([name]) => name.startsWith('other'))) {
        const { status, text } = await send(one, token)
        const at = `${what} at ${one.method} ${one.path}: ${status} ${text.slice(0, 200)}`
        expect(text, at).not.toContain(MARK)
        const isOperator = what.endsWith('operator')
        // Another organization may do to its own what has no id of Acme's in it.
        const isOwn = what.startsWith('other organization') && !one.path.includes('{id}')
        const mayUse = names.includes(isOperator ? 'operator' : 'scoped')
        if (isOwn && mayUse && !what.endsWith('ben') && !what.endsWith('cyd')) continue
        // Whom their own token stands for they may know.
        if (nameOf(one) === 'getScopedToken' && !isOperator) continue
        expect([401, 403, 404], at).toContain(status)
      }
    }
    const operator = tokens['right operator']
    const found = await scene.call('GET', `/v1/integrations/connectors/${victim}`, { token: operator })
    expect(found.body).toMatchObject({ name: `ada-${MARK}`, status: 'connected' })
    const app = await scene.call('GET', '/v1/oauth/credentials', { token: operator })
    expect(app.body.client_id).toBe(`app-${MARK}`)
    const list = await scene.call('GET', '/v1/integrations/connectors', { token: operator })
    expect(list.body.data).toHaveLength(3)
    expect(list.text).not.toContain('intruder')
  })

  it('tells a connector of another apart from one that is not there by nothing', async () => {
    for (const token of [tokens['other user ben'], tokens['other organization operator']]) {
      const theirs = await scene.call('GET', `/v1/integrations/connectors/${victim}`, { token })
      const nobodys = await scene.call(
        'GET',
        '/v1/integrations/connectors/0193a0c4-5d3a-7c42-9d3e-7b1f6c5e2a10',
        { token },
      )
      expect([theirs.status, theirs.body]).toEqual([nobodys.status, nobodys.body])
    }
  })

  it('refuses a token that is sent for another organization than its own', async () => {
    const headers = { 'X-Organization-Id': scene.globex.organizationId }
    const token = tokens['right operator']
    expect((await scene.call('GET', '/v1/integrations/connectors', { token, headers })).status).toBe(403)
  })

  it('gives the right token what is its own', async () => {
    for (const name of ['right operator', 'right scoped']) {
      const { status, text } = await scene.call('GET', `/v1/integrations/connectors/${victim}`, {
        token: tokens[name],
      })
      expect([status, text.includes(MARK)]).toEqual([200, true])
    }
  })
})

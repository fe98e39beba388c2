import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { generateSigningKey } from '@x/asana-connector-hosted'
import { startSandbox } from '@x/asana-sandbox'
import { startBackend } from '@x/store-services'
import { freePort, requireService } from '@x/test-services'
import { describe, expect, it } from 'vitest'
import { Browser } from './browser.ts'
import { ServerProcess } from './server-process.ts'

const RETURN_URL = 'https://you.example/connected'
const LIFETIME_S = 3

for (const kind of ['postgres', 'redis'] as const) {
  const reason = await requireService(kind)
  describe.skipIf(reason)(`two processes on one ${kind}${reason ? `: ${reason}` : ''}`, () => {
    it('are one server: a consent goes through both, and both refresh once', {
      timeout: 120_000,
    }, async () => {
      const backend = await startBackend(kind)
      const sandbox = await startSandbox({ accessTokenLifetimeS: LIFETIME_S })
      const [portA, portB] = [await freePort(), await freePort()]
      const [urlA, urlB] = [`http://localhost:${portA}`, `http://localhost:${portB}`]
      const app = sandbox.registerApp({ redirectUris: [`${urlA}/v1/oauth/callback`] })
      const { endpoints } = sandbox
      const connection = backend.connection
      const env = {
        HOSTED_STORE: kind,
        ...('url' in connection && { DATABASE_URL: connection.url, REDIS_URL: connection.url }),
        // What a load balancer would be reachable at.
        PUBLIC_URL: urlA,
        HOST: 'localhost',
        ENCRYPTION_KEYS: `1:${randomBytes(32).toString('base64')}`,
        SIGNING_KEYS: JSON.stringify([await generateSigningKey()]),
        ASANA_CLIENT_ID: app.clientId,
        ASANA_CLIENT_SECRET: app.clientSecret,
        ASANA_AUTHORIZATION_URL: endpoints.authorizationUrl,
        ASANA_TOKEN_URL: endpoints.tokenUrl,
        ASANA_BASE_URL: endpoints.baseUrl,
      }
      const processes: ServerProcess[] = []
      const start = (args: readonly string[], more: Readonly<Record<string, string>> = {}) => {
        const started = new ServerProcess(args, { ...env, ...more })
        processes.push(started)
        return started
      }
      try {
        const create = ['create-organization', '--name', 'Acme', '--redirect-url', RETURN_URL]
        const [json] = await start(create).says(/\{.*\}/)
        const { clientId, clientSecret } = JSON.parse(json)
        const [a, b] = [start([], { PORT: String(portA) }), start([], { PORT: String(portB) })]
        await Promise.all([a.says(/Listening at/), b.says(/Listening at/)])

        const post = async (url: string, body: object, token?: string) => {
          const headers = {
            'content-type': 'application/json',
            ...(token && { authorization: `Bearer ${token}` }),
          }
          const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
          // biome-ignore lint/suspicious/noExplicitAny: it is what the test is about to look into.
          return { status: response.status, body: (await response.json()) as any }
        }
        const client = { client_id: clientId, client_secret: clientSecret }
        const operator = (await post(`${urlA}/v1/account/applications/token`, client)).body.access_token
        const scoped = await post(`${urlB}/v1/embedded/scoped-token`, { external_user_id: 'ada' }, operator)
        const token = scoped.body.token

        const wish = {
          external_user_id: 'ada',
          connector_type: 'Asana',
          redirect_url: RETURN_URL,
          state: 's',
        }
        const initiated = await post(`${urlA}/v1/integrations/connectors/oauth/initiate`, wish, token)
        const browser = new Browser()
        const authorize = await browser.follow(initiated.body.consent_url)
        const callback = (await sandbox.approve(authorize)).replace(urlA, urlB)
        const back = new URL(await browser.follow(callback))
        expect(back.searchParams.get('state')).toBe('s')

        const made = { external_user_id: 'ada', connector_type: 'Asana', name: 'Mine' }
        const secretId = back.searchParams.get('secret_id')
        const credentials = { server_side_oauth_secret_id: secretId }
        const created = await post(`${urlA}/v1/integrations/connectors`, { ...made, ...credentials }, token)
        expect(created.status).toBe(201)
        const used = await post(`${urlB}/v1/integrations/connectors`, { ...made, ...credentials }, token)
        expect(used.status).toBe(422)

        const execute = (url: string) =>
          post(
            `${url}/v1/integrations/connectors/${created.body.id}/execute`,
            { entity: 'users', action: 'get', params: { user_gid: 'me' } },
            token,
          )
        // Both have the token in memory, then it expires: in real time, which is theirs.
        await Promise.all([execute(urlA), execute(urlB)])
        await sleep(LIFETIME_S * 1000)
        sandbox.setAccessTokenLifetime(3600)
        sandbox.counters.reset()
        sandbox.setLatency({ token: 150 })
        const all = await Promise.all(Array.from({ length: 20 }, (_, i) => execute(i % 2 ? urlA : urlB)))
        expect(all.map(({ status }) => status)).toEqual(Array(20).fill(200))
        expect(sandbox.counters.token.refresh_token.total).toBe(1)

        expect(await a.stop()).toBe(0)
        expect((await execute(urlB)).status).toBe(200)
        expect(await b.stop()).toBe(0)
        for (const { text } of [a, b]) {
          expect(text).toContain('"action":"connector.executed"')
          for (const secret of [clientSecret, operator, token, secretId]) expect(text).not.toContain(secret)
        }
      } finally {
        await Promise.all(processes.map(one => one.stop()))
        await sandbox.close()
        await backend.close()
      }
    })
  })
}

describe('the command', () => {
  const run = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const started = new ServerProcess(args, env)
    return { code: await started.ended(), text: started.text }
  }

  it('runs in memory with nothing set, and prints credentials that work', { timeout: 30_000 }, async () => {
    const port = await freePort()
    const server = new ServerProcess([], { PORT: String(port), LOG_LEVEL: 'silent' })
    try {
      const [, client_id, client_secret] = await server.says(/client_id (\w+), client_secret (\S+)/)
      const response = await fetch(`http://localhost:${port}/v1/account/applications/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ client_id, client_secret }),
      })
      expect(response.status).toBe(200)
    } finally {
      expect(await server.stop()).toBe(0)
    }
  })

  it('makes keys that it takes', async () => {
    const { code, text } = await run(['generate-keys'])
    expect(code).toBe(0)
    const [, signing = ''] = /SIGNING_KEYS='(.*)'/.exec(text) ?? []
    const [, encryption = ''] = /ENCRYPTION_KEYS=(.*)/.exec(text) ?? []
    const server = new ServerProcess([], {
      PORT: String(await freePort()),
      SIGNING_KEYS: signing,
      ENCRYPTION_KEYS: encryption,
    })
    await server.says(/Listening/)
    expect(server.text).not.toContain('No signing keys')
    expect(await server.stop()).toBe(0)
  })

  it('says all that is wrong at once, and repeats no secret', async () => {
    const { code, text } = await run([], {
      HOSTED_STORE: 'postgres',
      PORT: 'x',
      ENCRYPTION_KEYS: 'CANARY-1',
      SIGNING_KEYS: '{"d":"CANARY-2"',
    })
    expect(code).toBe(1)
    for (const name of ['DATABASE_URL', 'PORT', 'ENCRYPTION_KEYS', 'SIGNING_KEYS'])
      expect(text).toContain(name)
    expect(text).not.toContain('CANARY')
  })

  it('changes nothing in memory, and knows its commands', async () => {
    expect((await run(['create-client', '--organization', 'x'])).text).toContain('HOSTED_STORE')
    expect((await run(['explode'])).text).toContain('There is no command')
    expect((await run(['serve', '--what'])).code).toBe(1)
    expect((await run(['--help'])).text).toContain('create-organization')
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bash } from './bash.ts'
import { HostedScene, RETURN_URL } from './hosted-scene.ts'

// The page that this API is compatible with is somebody else's: it is read where it lies, beside the repository.
const file =
  process.env['COMPATIBLE_API_PAGE'] ??
  fileURLToPath(new URL('../../../../shared/reference/seeds/001_80633d89ecc8bd88.txt', import.meta.url))
const reason = existsSync(file) ? undefined : `there is no ${file} (COMPATIBLE_API_PAGE)`

/** The examples of the page: a line that begins with curl, and those up to the end of its last argument. */
function examples(): readonly string[] {
  const page = readFileSync(file, 'utf8')
  return [...page.matchAll(/^curl [\s\S]*?-d '[^']*'$/gm)].map(([command]) => command)
}

describe.skipIf(reason)(`the examples of the compatible API${reason ? `: ${reason}` : ''}`, () => {
  let scene: HostedScene
  beforeAll(async () => {
    scene = await HostedScene.open()
  })
  afterAll(() => scene?.close())

  /** Runs the example whose text has all of these in it, with only host and values changed. */
  async function run(marks: readonly string[], values: Readonly<Record<string, string>>) {
    const found = examples().filter(example => marks.every(mark => example.includes(mark)))
    expect(found).toHaveLength(1)
    let command = found[0] ?? ''
    command = command.replace(/https:\/\/api\.airbyte\.ai/, scene.url)
    for (const [placeholder, value] of Object.entries(values))
      command = command.replaceAll(placeholder, value)
    expect(command).not.toMatch(/"<[^"]*>"|<\w+>/)
    const output = await bash(`${command} -s -w '\\n%{http_code}'`)
    const [, text = '', status] = /^([\s\S]*)\n(\d+)$/.exec(output) ?? []
    return { status: Number(status), body: JSON.parse(text) }
  }

  it('are all there', () => expect(examples()).toHaveLength(5))

  it('connect with OAuth credentials, then execute', async () => {
    const other = scene.sandbox.registerApp({ redirectUris: ['https://elsewhere.example/cb'] })
    const { AuthManager } = await import('@x/asana-auth-core')
    const auth = new AuthManager({
      asana: { ...scene.sandbox.endpoints, ...other, redirectUri: 'https://elsewhere.example/cb' },
      environment: {},
    })
    const step = await auth.asana.oauth2.authorize()
    const callbackUrl = await scene.sandbox.approve(step.authorizationUrl)
    const { accessToken, refreshToken = '' } = await auth.asana.oauth2.exchange({ ...step, callbackUrl })
    const token = await scene.scopedToken('ada')
    const created = await run(['"refresh_token"'], {
      '<SCOPED_TOKEN>': token,
      '<EXTERNAL_USER_ID>': 'ada',
      '<OAuth access token for API requests>': accessToken,
      '<OAuth refresh token for automatic token renewal>': refreshToken,
      '<Connected App Consumer Key>': other.clientId,
      '<Connected App Consumer Secret>': other.clientSecret,
    })
    expect(created).toMatchObject({
      status: 201,
      body: {
        id: expect.any(String),
        name: 'My Asana Connector',
        source_template: { connector_type: 'Asana' },
        replication_config: null,
        created_at: expect.any(String),
        updated_at: expect.any(String),
      },
    })
    const executed = await run(['/execute'], {
      '<connector_id>': created.body.id,
      '<SCOPED_TOKEN>': token,
      '<entity>': 'users',
      '<action>': 'get',
      '"params": {}': '"params": {"user_gid": "me"}',
    })
    expect(executed).toMatchObject({
      status: 200,
      body: {
        status: 'success',
        result: { name: 'Ada Sample' },
        connector_metadata: {},
        execution_metadata: { connector_instance_id: created.body.id, execution_time_ms: expect.any(Number) },
      },
    })
  })

  it('go through a consent', async () => {
    const token = await scene.operatorToken()
    const initiated = await run(['/oauth/initiate'], {
      '<BEARER_TOKEN>': token,
      '<EXTERNAL_USER_ID>': 'ben',
      'https://yourapp.com/oauth/callback': RETURN_URL,
    })
    expect(initiated.status).toBe(200)
    const back = await scene.consent(initiated.body.consent_url)
    const created = await run(['server_side_oauth_secret_id'], {
      '<BEARER_TOKEN>': token,
      '<EXTERNAL_USER_ID>': 'ben',
      '<secret_id_from_callback>': back.searchParams.get('secret_id') ?? '',
    })
    expect(created).toMatchObject({ status: 201, body: { name: 'My Asana Connector' } })
  })

  it('connect with a personal access token', async () => {
    const created = await run(['"token"'], {
      '<SCOPED_TOKEN>': await scene.scopedToken('cyd'),
      '<EXTERNAL_USER_ID>': 'cyd',
      '<Your Asana Personal Access Token. Generate one at https://app.asana.com/0/my-apps>':
        scene.sandbox.createPersonalAccessToken('ben@example.com'),
    })
    expect(created.status).toBe(201)
  })
})

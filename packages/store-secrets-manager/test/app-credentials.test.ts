import { randomUUID } from 'node:crypto'
import { inspect } from 'node:util'
import {
  CreateSecretCommand,
  type CreateSecretRequest,
  DeleteSecretCommand,
  PutSecretValueCommand,
} from '@aws-sdk/client-secrets-manager'
import { AuthManager } from '@x/asana-auth-core'
import { secretsManagerAppCredentials } from '@x/asana-auth-store-secrets-manager'
import { requireService } from '@x/test-services'
import { describe, expect, it } from 'vitest'
import { Scene } from './scene.ts'

const reason = await requireService('secrets-manager')
const CANARY = 'CANARY-client-secret'

describe.skipIf(reason)(`secretsManagerAppCredentials${reason ? `: ${reason}` : ''}`, () => {
  const scene = Scene.forThisFile()

  const stored = async (value: Partial<CreateSecretRequest>) => {
    const secretId = `my-app/${randomUUID()}`
    await scene.client().send(new CreateSecretCommand({ Name: secretId, ...value }))
    return secretId
  }
  const load = async (value: unknown) => {
    const secretId = await stored({ SecretString: typeof value === 'string' ? value : JSON.stringify(value) })
    return secretsManagerAppCredentials({ client: scene.client(), secretId })
  }

  it('takes camelCase, snake_case and the names of the environment variables', async () => {
    const app = { clientId: '1', clientSecret: CANARY, redirectUri: 'https://app.example/callback' }
    const spellings = [
      app,
      { client_id: '1', client_secret: CANARY, redirect_uri: app.redirectUri },
      { ASANA_CLIENT_ID: '1', ASANA_CLIENT_SECRET: CANARY, ASANA_REDIRECT_URI: app.redirectUri },
      {
        clientId: '1',
        client_id: '2',
        client_secret: ` ${CANARY} `,
        redirectUri: '',
        ASANA_REDIRECT_URI: app.redirectUri,
      },
    ]
    for (const spelling of spellings) expect(await load(spelling)).toEqual(app)
  })

  it('takes all that an app can be told, and leaves out what it does not know', async () => {
    const all = {
      clientId: '1',
      clientSecret: CANARY,
      token_url: 'https://proxy.example/token',
      ASANA_BASE_URL: 'https://proxy.example/api',
      workspaceGid: '123',
      default_scope: ['tasks:read'],
      owner: 'team integrations',
      redirectUri: null,
    }
    expect(await load(all)).toEqual({
      clientId: '1',
      clientSecret: CANARY,
      tokenUrl: 'https://proxy.example/token',
      baseUrl: 'https://proxy.example/api',
      workspaceGid: '123',
      defaultScope: ['tasks:read'],
    })
    expect(await load({ ASANA_ACCESS_TOKEN: CANARY })).toEqual({ token: CANARY })
  })

  it('is what AuthManager takes', async () => {
    const asana = await load({
      clientId: '1',
      clientSecret: CANARY,
      redirectUri: 'https://app.example/callback',
    })
    const auth = new AuthManager({ asana, environment: {} })
    const { authorizationUrl } = await auth.asana.oauth2.authorize()
    expect(new URL(authorizationUrl).searchParams.get('client_id')).toBe('1')
  })

  it('takes an ARN, and another version', async () => {
    const client = scene.client()
    const secretId = await stored({ SecretString: JSON.stringify({ clientId: 'old', clientSecret: CANARY }) })
    const next = JSON.stringify({ clientId: 'next', clientSecret: CANARY })
    const pending = new PutSecretValueCommand({
      SecretId: secretId,
      SecretString: next,
      VersionStages: ['AWSPENDING'],
    })
    const { ARN = '' } = await client.send(pending)
    expect(await secretsManagerAppCredentials({ client, secretId: ARN })).toMatchObject({ clientId: 'old' })
    const pendingApp = await secretsManagerAppCredentials({ client, secretId, versionStage: 'AWSPENDING' })
    expect(pendingApp).toMatchObject({ clientId: 'next' })
  })

  const wrong: Record<string, { value: unknown; code: string; says: RegExp }> = {
    'not JSON': { value: CANARY, code: 'invalid_option', says: /is not JSON/ },
    'a text in JSON': { value: JSON.stringify(CANARY), code: 'invalid_option', says: /not an object/ },
    'an array': { value: [CANARY], code: 'invalid_option', says: /not an object/ },
    'nothing in it': { value: {}, code: 'missing_client_id', says: /clientId, client_id, ASANA_CLIENT_ID/ },
    'no client id': { value: { clientSecret: CANARY }, code: 'missing_client_id', says: /has no clientId/ },
    'an empty client secret': {
      value: { clientId: CANARY, clientSecret: ' ' },
      code: 'missing_client_secret',
      says: /clientSecret, client_secret, ASANA_CLIENT_SECRET/,
    },
    'a number': {
      value: { clientId: 4711, clientSecret: CANARY },
      code: 'invalid_option',
      says: /clientId must be a string/,
    },
  }
  for (const [what, { value, code, says }] of Object.entries(wrong)) {
    it(`says what is wrong with ${what}, without quoting it`, async () => {
      const error = await load(value).catch(error => error)
      expect(error).toMatchObject({ name: 'ConfigurationError', code })
      expect(error.message).toMatch(says)
      expect(error.message).toMatch(/my-app\//)
      for (const secret of [CANARY, '4711']) {
        expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret)
      }
    })
  }

  it('says when the secret is missing, binary, or scheduled for deletion', async () => {
    const client = scene.client()
    const failure = (secretId: string) =>
      secretsManagerAppCredentials({ client, secretId }).catch(error => error)
    const invalid = { name: 'ConfigurationError', code: 'invalid_option' }
    expect(await failure('')).toMatchObject(invalid)
    expect(await failure('no/such/secret')).toMatchObject({
      ...invalid,
      message: expect.stringMatching(/"no\/such\/secret" does not exist/),
    })
    expect(await failure(await stored({ SecretBinary: new TextEncoder().encode('{}') }))).toMatchObject({
      ...invalid,
      message: expect.stringMatching(/is binary/),
    })
    const deleted = await stored({ SecretString: '{}' })
    await client.send(new DeleteSecretCommand({ SecretId: deleted, RecoveryWindowInDays: 7 }))
    expect(await failure(deleted)).toMatchObject({
      ...invalid,
      message: expect.stringMatching(/scheduled for deletion.*restore/),
    })
  })

  it('tells a missing permission from an outage', async () => {
    const client = scene.client(1)
    const failure = () =>
      secretsManagerAppCredentials({ client, secretId: 'my-app/asana' }).catch(error => error)
    client.answer({ error: 'AccessDeniedException' })
    const denied = await failure()
    expect(denied).toMatchObject({ name: 'ConfigurationError', code: 'store_permission_denied' })
    expect(denied.message).toMatch(/secretsmanager:GetSecretValue.*my-app\/asana/)
    client.answer({ error: 'ThrottlingException' })
    expect(await failure()).toMatchObject({ name: 'StoreUnavailableError', code: 'store_unavailable' })
    client.intercept = () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))
    expect(await failure()).toMatchObject({ name: 'StoreUnavailableError', code: 'store_unavailable' })
  })
})

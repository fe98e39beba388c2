import { inspect } from 'node:util'
import { PutSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { SecretsManagerStore } from '@x/asana-auth-store-secrets-manager'
import { requireService } from '@x/test-services'
import { describe, expect, it } from 'vitest'
import { type Answer, wire } from './observed-client.ts'
import { acquired, key, record, Scene } from './scene.ts'

const reason = await requireService('secrets-manager')
const CANARY = 'CANARY-refresh-token'

async function rejection(call: Promise<unknown>): Promise<Error & { code?: string }> {
  const error = await call.then(
    () => undefined,
    error => error,
  )
  if (error instanceof Error) return error
  throw new Error('It did not fail.')
}

describe.skipIf(reason)(`errors${reason ? `: ${reason}` : ''}`, () => {
  const scene = Scene.forThisFile()
  // The SDK waits before it tries again, and what it says in the end is the same.
  const observedOnce = () => scene.observed({}, 1)

  const cases: Record<string, { answers: Answer[]; code: string; says: RegExp[] }> = {
    'a throttled request is an outage with a hint': {
      answers: [
        { error: 'ThrottlingException', message: 'Rate exceeded' },
        { error: 'RequestLimitExceeded', message: 'Request limit exceeded.' },
        { error: 'TooManyRequestsException', status: 429 },
      ],
      code: 'store_unavailable',
      says: [/throttles GetSecretValue/, /request rate/],
    },
    'a quota is an outage with a hint': {
      answers: [{ error: 'LimitExceededException', message: 'too many versions' }],
      code: 'store_unavailable',
      says: [/quota/, /one write in 10 minutes/],
    },
    'a failure of the service is an outage': {
      answers: [
        { error: 'InternalServiceError', status: 500 },
        { error: 'ServiceUnavailable', status: 503 },
        { error: 'SomethingNew', status: 400 },
      ],
      code: 'store_unavailable',
      says: [/failed or cannot be reached/],
    },
    'a missing permission names action and resource': {
      answers: [{ error: 'AccessDeniedException', message: 'User: arn:aws:iam::1:user/x is not authorized' }],
      code: 'store_permission_denied',
      says: [/secretsmanager:GetSecretValue/, /:secret:asana-auth\/\*/],
    },
    'a KMS key that may not be used names its actions': {
      answers: [
        { error: 'AccessDeniedException', message: 'Access to KMS is not allowed' },
        { error: 'DecryptionFailure', message: "Secrets Manager can't decrypt the protected secret text" },
        { error: 'EncryptionFailure', message: "Secrets Manager can't encrypt" },
      ],
      code: 'store_permission_denied',
      says: [/kms:Decrypt/, /kms:GenerateDataKey/],
    },
    'credentials that AWS does not accept': {
      answers: [
        { error: 'ExpiredTokenException', message: 'The security token included in the request is expired' },
        { error: 'UnrecognizedClientException', message: 'The security token is invalid.' },
        { error: 'InvalidSignatureException', message: 'Signature not yet current' },
      ],
      code: 'store_permission_denied',
      says: [/credentials/, /clock/],
    },
    'an argument that AWS does not take': {
      answers: [{ error: 'InvalidParameterException' }, { error: 'ValidationException' }],
      code: 'invalid_option',
      says: [/options/],
    },
  }
  for (const [what, { answers, code, says }] of Object.entries(cases)) {
    it(what, async () => {
      for (const answer of answers) {
        const { client, store } = observedOnce()
        client.answer(answer)
        const error = await rejection(store.get(key))
        expect({ ...answer, code: error.code }).toEqual({ ...answer, code })
        for (const text of says) expect(error.message).toMatch(text)
        expect(error.message).toContain('secrets-manager store, get of asana/"user-1"')
        expect(error.cause).toMatchObject({ name: answer.error })
      }
    })
  }

  it('every operation names its own action', async () => {
    const { client, store } = observedOnce()
    const version = await store.put(key, record('1'))
    const lease = await acquired(store)
    const calls: [string, () => Promise<unknown>][] = [
      ['GetSecretValue', () => store.get(key)],
      ['DescribeSecret', () => store.put(key, record('2'))],
      ['PutSecretValue', () => store.put(key, record('2'), { ifVersion: version })],
      ['CreateSecret', () => store.put({ ...key, subject: 'user-2' }, record('1'))],
      ['DeleteSecret', () => store.delete({ ...key, subject: 'user-3' })],
      ['ListSecrets', () => store.list({ provider: 'asana' })],
      ['PutSecretValue', () => lease.renew(1000)],
      ['UpdateSecretVersionStage', () => lease.release()],
    ]
    await store.put({ ...key, subject: 'user-3' }, record('1'))
    for (const [action, call] of calls) {
      client.answer({ error: 'AccessDeniedException' }, action)
      const error = await rejection(call())
      expect(error).toMatchObject({ name: 'ConfigurationError', code: 'store_permission_denied' })
      expect(error.message).toContain(`secretsmanager:${action} `)
      expect(error.message).toContain(action === 'ListSecrets' ? 'Allow it on *' : ':secret:asana-auth/*')
    }
    client.intercept = () => undefined
    expect((await store.get(key))?.version).toBe(version)
  })

  it('what is missing is no answer to a request that asks for nothing that could be', async () => {
    const { client, store } = observedOnce()
    // For CreateSecret: the KMS key.
    client.answer({ error: 'ResourceNotFoundException' })
    const requests = await client.during(async () => {
      const error = await rejection(store.put(key, record('1'), { ifVersion: null }))
      expect(error).toMatchObject({ code: 'store_unavailable', cause: { name: 'ResourceNotFoundException' } })
    })
    expect(requests).toEqual(['DescribeSecret', 'CreateSecret'])
    expect(await rejection(store.list({ provider: 'asana' }))).toMatchObject({ code: 'store_unavailable' })
    expect(await store.get(key)).toBeUndefined()
  })

  it('a client without credentials, or without a region, is a matter of its options', async () => {
    const { client } = scene.observed()
    const failing = (error: Error) => ({ send: () => Promise.reject(error) }) as unknown as typeof client
    const noCredentials = Object.assign(new Error('Could not load credentials from any providers'), {
      name: 'CredentialsProviderError',
    })
    expect(await rejection(scene.store({ client: failing(noCredentials) }).get(key))).toMatchObject({
      code: 'store_permission_denied',
    })
    const noRegion = scene.store({ client: failing(new Error('Region is missing')) })
    expect(await rejection(noRegion.get(key))).toMatchObject({ code: 'invalid_option' })
  })

  it('a payload that is too large is refused before anything is sent', async () => {
    const { client, store } = scene.observed()
    const version = await store.put(key, record('before'))
    const sent = client.sent.length
    for (const payload of [`${CANARY}${'x'.repeat(65_536)}`, `${CANARY}${'"'.repeat(33_000)}`]) {
      const error = await rejection(store.put(key, record(payload)))
      expect(error).toMatchObject({ name: 'ConfigurationError', code: 'payload_too_large' })
      expect(error.message).toContain('secrets-manager store, put of asana/"user-1"')
      expect(inspect(error)).not.toContain(CANARY)
    }
    expect(client.sent).toHaveLength(sent)
    expect((await store.get(key))?.version).toBe(version)
    const largest = await store.put(key, record('x'.repeat(65_536 - 250)))
    expect((await store.get(key))?.version).toBe(largest)
  })

  it('a secret that somebody changed by hand does not open, is left alone, and can be replaced', async () => {
    const { client, store } = scene.observed()
    await store.put(key, record('1'))
    const values: [string, string][] = [
      [`not JSON ${CANARY}`, 'malformed'],
      ['[]', 'malformed'],
      ['null', 'malformed'],
      ['{}', 'malformed'],
      [JSON.stringify({ ...record(CANARY), status: 'other' }), 'malformed'],
      [JSON.stringify({ ...record(CANARY), expiresAt: 'soon' }), 'malformed'],
      // The row of somebody else, copied here.
      [JSON.stringify({ ...record(CANARY), ...key, subject: 'user-2' }), 'not_authentic'],
    ]
    for (const [SecretString, failure] of values) {
      const change = new PutSecretValueCommand({ SecretId: await scene.secretName(), SecretString })
      const { VersionId } = await client.send(change)
      const error = await rejection(store.get(key))
      expect(error).toMatchObject({ name: 'DecryptionError', reason: failure })
      expect(error.message).toContain('asana/"user-1"')
      expect(inspect(error)).not.toContain(CANARY)
      const conflict = store.put(key, record('2'), { ifVersion: 'another' })
      await expect(conflict).rejects.toMatchObject({ code: 'version_conflict' })
      const version = await store.put(key, record('2'), { ifVersion: VersionId ?? '' })
      expect(await store.get(key)).toEqual({ record: record('2'), version })
    }
    await client.send(new PutSecretValueCommand({ SecretId: await scene.secretName(), SecretString: '?' }))
    expect(await store.delete(key)).toBe(true)
  })

  it('nothing that was sent shows, even when AWS quotes it', async () => {
    const { client, store } = observedOnce()
    const version = await store.put(key, record('1'))
    const errors = [
      'ValidationException',
      'ThrottlingException',
      'AccessDeniedException',
      'InternalServiceError',
    ]
    const payload = `${CANARY} "quoted"`
    for (const error of errors) {
      for (const quoted of [payload, JSON.stringify(payload).slice(1, -1)]) {
        const message = `Value '${quoted}' at 'secretString' failed to satisfy constraint`
        client.answer({ error, message }, 'PutSecretValue', 'CreateSecret')
        for (const condition of [{}, { ifVersion: version }]) {
          const failure = await rejection(store.put(key, record(payload), condition))
          const shown = [inspect(failure, { depth: 9, showHidden: true }), JSON.stringify(failure)].join()
          expect(shown).not.toContain(CANARY)
        }
        const made = await rejection(store.put({ ...key, subject: 'user-2' }, record(payload)))
        expect(inspect(made, { depth: 9, showHidden: true })).not.toContain(CANARY)
      }
    }
    expect(inspect(store, { depth: 9, showHidden: true })).not.toContain(CANARY)
  })

  it('options that make no sense are refused at once', () => {
    const client = { send: () => Promise.reject(new Error('not sent')) }
    const wrong = [
      { prefix: 'no-slash' },
      { prefix: 'sp ace/' },
      { prefix: `${'x'.repeat(56)}/` },
      { recoveryWindowDays: 6 },
      { recoveryWindowDays: 31 },
      { recoveryWindowDays: 7.5 },
    ]
    for (const options of wrong) {
      expect(() => new SecretsManagerStore({ client, ...options })).toThrow(
        expect.objectContaining({ name: 'ConfigurationError', code: 'invalid_option' }),
      )
    }
    for (const prefix of ['', '/', 'a/', '/team/asana/']) {
      expect(new SecretsManagerStore({ client, prefix }).namespace).toBe('asana-auth')
    }
  })

  it('options reach AWS: the key, the tags, the prefix', async () => {
    const client = scene.client()
    const inputs: object[] = []
    client.middlewareStack.add(
      next => async args => {
        inputs.push(args.input)
        return next(args)
      },
      { step: 'initialize' },
    )
    const store = scene.store({
      client,
      kmsKeyId: 'alias/asana',
      tags: { team: 'integrations' },
      prefix: 'a/',
    })
    client.intercept = command =>
      command === 'DescribeSecret' ? undefined : Promise.resolve(wire({ body: { ARN: 'arn' } }))
    await store.put(key, record('1'))
    expect(inputs.at(-1)).toMatchObject({
      Name: `a/${scene.namespace}/asana/user-1`,
      Description: 'Asana credential kept by asana-auth: asana/user-1',
      KmsKeyId: 'alias/asana',
      Tags: [{ Key: 'team', Value: 'integrations' }],
    })
  })
})

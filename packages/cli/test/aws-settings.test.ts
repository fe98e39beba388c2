import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requireService, type SecretsManager, startSecretsManager } from '@x/test-services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runWith } from './support/command-line.ts'

const missing = await requireService('secrets-manager')

describe.skipIf(missing)(`The variables of the AWS SDK${missing ? `: ${missing}` : ''}`, () => {
  let server: SecretsManager
  let aws: Record<string, string>
  const stdin = JSON.stringify({ subject: 'ada', access_token: 'access-ada' })
  beforeAll(async () => {
    server = await startSecretsManager({ throwaway: true })
    aws = {
      CREDENTIAL_STORE: 'secrets-manager',
      AWS_ENDPOINT_URL: server.endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    }
  })
  afterAll(() => server?.close())

  const subjects = async (env: Record<string, string>) => {
    const { code, documents } = await runWith(env, ['list', '--json'])
    return { code, subjects: documents.map(({ subject }) => subject) }
  }

  it('are read from --env-file, like all others', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'asana-auth-cli-'))
    const path = join(directory, '.env')
    const lines = Object.entries({ ...aws, CREDENTIAL_NAMESPACE: 'file' }).map(pair => pair.join('='))
    await writeFile(path, lines.join('\n'))
    const ran = await runWith({}, ['import', '--env-file', path, '--json'], { stdin })
    await rm(directory, { recursive: true })
    expect(ran).toMatchObject({ code: 0, documents: [{ imported: 1 }] })
    expect(await subjects({ ...aws, CREDENTIAL_NAMESPACE: 'file' })).toEqual({ code: 0, subjects: ['ada'] })
  })

  it('name another region for the target of migrate', async () => {
    const source = { ...aws, CREDENTIAL_NAMESPACE: 'region' }
    const there = { ...source, AWS_REGION: 'eu-west-1' }
    await runWith(source, ['import'], { stdin })
    const migrate = ['migrate', '--to', 'secrets-manager', '--json']
    const ran = await runWith({ ...source, TARGET_AWS_REGION: 'eu-west-1' }, migrate)
    expect(ran).toMatchObject({ code: 0, documents: [{ copied: 1, same: 0 }] })
    expect(await subjects(there)).toEqual({ code: 0, subjects: ['ada'] })
  })

  it('name another account for the target of migrate', async () => {
    const source = { ...aws, CREDENTIAL_NAMESPACE: 'account', AWS_SESSION_TOKEN: 'of the source' }
    await runWith(source, ['import'], { stdin })
    const target = { TARGET_AWS_ACCESS_KEY_ID: 'other', TARGET_AWS_SECRET_ACCESS_KEY: 'other' }
    const ran = await runWith({ ...source, ...target }, ['migrate', '--to', 'secrets-manager', '--json'])
    // moto has one account for all: what matters is that the copy is not refused as one onto itself.
    expect(ran).toMatchObject({ code: 0, documents: [{ same: 1 }] })
  })

  it('are not taken from elsewhere where half is missing', async () => {
    const env = { ...aws, AWS_SECRET_ACCESS_KEY: '' }
    const ran = await runWith(env, ['list', '--json'])
    expect(ran).toMatchObject({ code: 2, remarks: [{ error: { code: 'invalid_setting' } }] })
  })

  it('do not make two stores of one', async () => {
    const ran = await runWith(aws, ['migrate', '--to', 'secrets-manager', '--json'])
    expect(ran).toMatchObject({ code: 2, remarks: [{ error: { code: 'same_store' } }] })
  })
})

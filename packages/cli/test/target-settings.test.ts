import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requireService } from '@x/test-services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { targetEnvironment } from '../src/settings/target-environment.ts'
import { newKey, Workbench } from './support/command-line.ts'

describe("the target's environment", () => {
  it('is that of the source, but for what has a TARGET_ variable', () => {
    const env = {
      REDIS_URL: 'here',
      DATABASE_URL: 'both',
      TARGET_REDIS_URL: 'there',
      TARGET_DATABASE_URL: ' ',
    }
    expect(targetEnvironment(env)).toMatchObject({ REDIS_URL: 'there', DATABASE_URL: 'both' })
  })

  it.each([
    ['ENCRYPTION_KEYS', ['ENCRYPTION_KEYS_FILE']],
    ['ENCRYPTION_KEYS_FILE', ['ENCRYPTION_KEYS']],
    ['AWS_PROFILE', ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']],
    ['AWS_ACCESS_KEY_ID', ['AWS_PROFILE', 'AWS_SESSION_TOKEN']],
  ])('has not what the source says instead of its own %s', (own, instead) => {
    const source = Object.fromEntries(instead.map(name => [name, "the source's"]))
    const target = targetEnvironment({ ...source, [`TARGET_${own}`]: "the target's" })
    expect(target[own]).toBe("the target's")
    for (const name of instead) expect(target[name], name).toBeUndefined()
  })
})

const missing = await requireService('redis')

describe.skipIf(missing)(`migrate with keys in a file${missing ? `: ${missing}` : ''}`, () => {
  let bench: Workbench
  let directory: string
  beforeAll(async () => {
    ;[bench, directory] = await Promise.all([Workbench.open(), mkdtemp(join(tmpdir(), 'asana-auth-cli-'))])
    await bench.connect('ada')
  })
  afterAll(async () => {
    await Promise.all([bench?.close(), rm(directory, { recursive: true })])
  })

  it.each([
    ['here', 'ENCRYPTION_KEYS_FILE', 'TARGET_ENCRYPTION_KEYS'],
    ['there', 'ENCRYPTION_KEYS', 'TARGET_ENCRYPTION_KEYS_FILE'],
  ])('takes those of the other side from the environment: %s', async (side, ours, theirs) => {
    const keys = bench.env['ENCRYPTION_KEYS'] ?? ''
    const file = async (text: string) => {
      const path = join(directory, side)
      await writeFile(path, text)
      return path
    }
    const env = {
      ENCRYPTION_KEYS: '',
      [ours]: side === 'here' ? await file(keys) : keys,
      [theirs]: side === 'there' ? await file(newKey('new')) : newKey('new'),
    }
    const namespace = `${bench.env['CREDENTIAL_NAMESPACE']}-${side}`
    const args = ['migrate', '--to', 'redis', '--to-namespace', namespace, '--json']
    expect(await bench.run(args, { env })).toMatchObject({ code: 0, documents: [{ copied: 1 }] })
  })
})

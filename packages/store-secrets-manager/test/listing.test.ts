import { requireService } from '@x/test-services'
import { describe, expect, it } from 'vitest'
import { beginningOfNames, describeKey, secretName } from '../src/secret-names.ts'
import { wire } from './observed-client.ts'
import { record, Scene } from './scene.ts'

const reason = await requireService('secrets-manager')
const provider = 'asana'

describe.skipIf(reason)(`listing${reason ? `: ${reason}` : ''}`, () => {
  const scene = Scene.forThisFile()

  it('leaves out what is not a credential of this store', async () => {
    const { client, store } = scene.observed()
    await store.put({ provider, subject: 'user-1' }, record('1'))
    const place = { prefix: 'asana-auth/', namespace: scene.namespace }
    const beginning = await beginningOfNames(place, provider)
    const versions = { v: ['AWSCURRENT'] }
    client.answer(
      {
        body: {
          SecretList: [
            { Name: `${beginning}user-1`, SecretVersionsToStages: versions },
            // AWS says that it matches prefixes; whatever else it sends is not taken.
            { Name: `${beginning.toUpperCase()}user-2`, SecretVersionsToStages: versions },
            { Name: 'elsewhere/asana/user-3', SecretVersionsToStages: versions },
            {
              Name: `${beginning}=${'0'.repeat(64)}`,
              Description: 'by hand',
              SecretVersionsToStages: versions,
            },
            { Name: `${beginning}user-4`, SecretVersionsToStages: { v: ['AWSCURRENT', 'asana-auth-empty'] } },
            { Name: `${beginning}user-5`, SecretVersionsToStages: { v: ['AWSCURRENT', 'asana-auth-ended'] } },
            { Name: `${beginning}user-6` },
          ],
        },
      },
      'ListSecrets',
    )
    expect(await store.list({ provider })).toEqual({ keys: [{ provider, subject: 'user-1' }] })
  })

  it('of more secrets than one call reads misses none, in calls of a bounded number of requests', async () => {
    const { client, store } = scene.observed()
    const place = { prefix: 'asana-auth/', namespace: scene.namespace }
    const subjects = Array.from({ length: 2_345 }, (_, i) => `User ${(i * 7919) % 2_345}`)
    const secrets = await Promise.all(
      subjects.map(async subject => ({
        Name: await secretName(place, { provider, subject }),
        Description: describeKey({ provider, subject }),
        SecretVersionsToStages: { v: ['AWSCURRENT'] },
      })),
    )
    const answers: object[] = []
    for (let start = 0; start < secrets.length; start += 100) {
      const more = start + 100 < secrets.length && { NextToken: `page ${start / 100 + 1}` }
      answers.push({ SecretList: secrets.slice(start, start + 100), ...more })
    }
    const tokens: (string | undefined)[] = []
    client.middlewareStack.add(
      next => async args => {
        tokens.push((args.input as { NextToken?: string }).NextToken)
        return next(args)
      },
      { step: 'initialize' },
    )
    client.intercept = () => {
      const page = Number(tokens.at(-1)?.replace('page ', '') ?? 0)
      return Promise.resolve(wire({ body: answers[page] ?? {} }))
    }
    for (const limit of [undefined, 700]) {
      const listed: string[] = []
      for (let cursor: string | undefined, more = true; more; ) {
        const before = tokens.length
        const page = await store.list({ provider, ...(limit && { limit }), ...(cursor && { cursor }) })
        expect(tokens.length - before).toBeLessThanOrEqual(20)
        expect(page.keys.length).toBeLessThanOrEqual(limit ?? 1000)
        listed.push(...page.keys.map(({ subject }) => subject))
        cursor = page.cursor
        more = cursor !== undefined
      }
      expect(listed).toHaveLength(subjects.length)
      expect(new Set(listed)).toEqual(new Set(subjects))
    }
  })

  it('refuses a limit and a cursor that make no sense', async () => {
    const store = scene.store()
    for (const wrong of [{ limit: 0 }, { limit: Number.NaN }, { cursor: '?' }, { cursor: btoa('[') }]) {
      await expect(store.list({ provider, ...wrong })).rejects.toMatchObject({
        name: 'ConfigurationError',
        code: 'invalid_option',
      })
    }
  })
})

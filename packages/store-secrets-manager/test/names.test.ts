import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeKey, secretName, subjectOf } from '../src/secret-names.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('a', 'A', 'b', '1', '-', '=', '/', '.', ':', ' ', 'ß'), maxLength: 8 }),
  fc.constantFrom('user-1', 'User-1', 'user-000001', 'x'.repeat(64), 'x'.repeat(65), 'a@b.example', ''),
)
const key = fc.record({ namespace: text, provider: text, subject: text })
type Key = { namespace: string; provider: string; subject: string }

const nameOf = ({ namespace, ...credential }: Key, prefix = 'asana-auth/') =>
  secretName({ prefix, namespace }, credential)

describe('names of secrets', () => {
  it('are what AWS takes, short enough for its listing, and not like an ARN', async () => {
    const longestPrefix = `${'p'.repeat(55)}/`
    await fc.assert(
      fc.asyncProperty(key, async some => {
        const name = await nameOf(some, longestPrefix)
        expect(name).toMatch(/^[\w/+=.@-]{1,256}$/)
        expect(name).not.toMatch(/-.{6}$/)
      }),
    )
  })

  it("are not like an ARN either where the hyphen is the provider's", async () => {
    const name = await nameOf({ namespace: 'shop', provider: 'team-1', subject: 'adam' })
    expect(name).not.toMatch(/-.{6}$/)
    expect(name).toMatch(/^asana-auth\/shop\/team-1\/=[\da-f]{64}$/)
  })

  it('are another one for every key, even to who ignores case', async () => {
    await fc.assert(
      fc.asyncProperty(key, key, async (one, two) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(two))
        expect((await nameOf(one)).toLowerCase()).not.toBe((await nameOf(two)).toLowerCase())
      }),
      { numRuns: 1000 },
    )
  })

  it('are apart for two prefixes, whatever the namespaces', async () => {
    const namespaces = fc.constantFrom('a', 'b', 'a/b', 'b/a', '')
    const prefixes = fc.constantFrom('', 'a/', 'b/', 'a/b/', 'asana-auth/')
    const place = fc.record({ prefix: prefixes, namespace: namespaces })
    await fc.assert(
      fc.asyncProperty(place, place, async (one, two) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(two))
        const credential = { provider: 'asana', subject: 'u' }
        const [a, b] = [
          { ...one, ...credential },
          { ...two, ...credential },
        ]
        expect(await nameOf(a, one.prefix)).not.toBe(await nameOf(b, two.prefix))
      }),
    )
  })

  it('and the description tell the subject again', async () => {
    await fc.assert(
      fc.asyncProperty(key, async ({ namespace, provider, subject }) => {
        const place = { prefix: 'asana-auth/', namespace }
        const name = await secretName(place, { provider, subject })
        expect(await subjectOf(place, provider, name, describeKey({ provider, subject }))).toBe(subject)
        expect(describeKey({ provider, subject }).length).toBeLessThanOrEqual(2048)
      }),
    )
  })

  it('are readable when the key is plain', async () => {
    const readable = ['user-1', 'first.last+tag@example.com', '42', '0d0f3b6e-3f0c-4b5e-9d70-2d0c3a3e8f11']
    for (const subject of readable) {
      const name = await nameOf({ namespace: 'shop', provider: 'asana', subject })
      expect(name).toBe(`asana-auth/shop/asana/${subject}`)
    }
    const hashed = await nameOf({ namespace: 'shop', provider: 'asana', subject: 'User-1' })
    expect(hashed).toMatch(/^asana-auth\/shop\/asana\/=[0-9a-f]{64}$/)
  })

  it('belong to nobody when the description was changed, or is of another key', async () => {
    const place = { prefix: 'asana-auth/', namespace: 'shop' }
    const name = await secretName(place, { provider: 'asana', subject: 'Ωμέγα' })
    for (const description of [
      undefined,
      '',
      'notes',
      'x/%E0%A4',
      describeKey({ provider: 'asana', subject: 'x' }),
    ]) {
      expect(await subjectOf(place, 'asana', name, description)).toBeUndefined()
    }
  })

  it('refuse what UTF-8 cannot say, and what no description holds', async () => {
    const place = { prefix: 'asana-auth/', namespace: 'shop' }
    const invalid = { name: 'ConfigurationError', code: 'invalid_subject' }
    await expect(secretName(place, { provider: 'asana', subject: '\ud800' })).rejects.toMatchObject(invalid)
    expect(() => describeKey({ provider: 'asana', subject: 'ß'.repeat(400) })).toThrow(
      expect.objectContaining(invalid),
    )
    // The longest and most expensive subject that the core lets through.
    expect(describeKey({ provider: 'asana', subject: '\u0001'.repeat(512) }).length).toBeLessThan(2048)
  })
})

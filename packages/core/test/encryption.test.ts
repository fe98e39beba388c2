import { randomBytes } from 'node:crypto'
import { DecryptionError, Keyring } from '@x/asana-auth-core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAead as createNodeAead } from '../src/encryption/aead.node.ts'
import { createAead as createWebAead } from '../src/encryption/aead.web.ts'

const newKey = (id: string) => ({ id, key: randomBytes(32).toString('base64') })
const a = newKey('a')
const b = newKey('2026-11_b')

describe('a sealed text', () => {
  it('opens to what it was', async () => {
    const keyring = new Keyring([a])
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (plaintext, boundTo) => {
        const envelope = await keyring.seal(plaintext, boundTo)
        expect(envelope).toMatch(/^v1\.a\.[\w-]{16}\.[\w-]{22,}$/)
        expect(await keyring.open(envelope, boundTo)).toEqual({ plaintext, keyId: 'a' })
      }),
    )
  })

  it('is another one each time', async () => {
    const keyring = new Keyring([a])
    expect(await keyring.seal('x', '')).not.toBe(await keyring.seal('x', ''))
  })

  it('does not open where it does not belong', async () => {
    const keyring = new Keyring([a])
    const envelope = await keyring.seal('x', 'alice')
    await expect(keyring.open(envelope, 'bob')).rejects.toMatchObject({
      code: 'decryption_failed',
      reason: 'not_authentic',
    })
  })

  it('does not open when any character of it is another one', async () => {
    const keyring = new Keyring([a, b])
    const envelope = await keyring.seal('{"accessToken":"secret"}', 'alice')
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ '
    for (let at = 0; at < envelope.length; at++) {
      for (const character of alphabet) {
        if (character === envelope[at]) continue
        const tampered = envelope.slice(0, at) + character + envelope.slice(at + 1)
        await expect(keyring.open(tampered, 'alice'), tampered).rejects.toThrow(DecryptionError)
      }
    }
  })

  it('does not open when it is cut, lengthened or garbage', async () => {
    const keyring = new Keyring([a])
    const envelope = await keyring.seal('x', '')
    const broken = fc.oneof(
      fc.nat(envelope.length - 1).map(length => envelope.slice(0, length)),
      fc.string({ minLength: 1 }).map(tail => envelope + tail),
      fc.string(),
    )
    await fc.assert(
      fc.asyncProperty(broken, async text => {
        await expect(keyring.open(text, '')).rejects.toThrow(DecryptionError)
      }),
    )
  })
})

describe('several keys', () => {
  it('all open, the first one seals', async () => {
    const old = await new Keyring([a]).seal('x', '')
    const rotated = new Keyring([b, a])
    expect(await rotated.open(old, '')).toEqual({ plaintext: 'x', keyId: 'a' })
    expect(await rotated.seal('x', '')).toMatch(/^v1\.2026-11_b\./)
  })

  it('that are gone are named', async () => {
    const old = await new Keyring([a]).seal('x', '')
    await expect(new Keyring([b]).open(old, '')).rejects.toMatchObject({ reason: 'unknown_key', keyId: 'a' })
  })

  it('are told apart although they have the same id', async () => {
    const old = await new Keyring([a]).seal('x', '')
    await expect(new Keyring([newKey('a')]).open(old, '')).rejects.toMatchObject({ reason: 'not_authentic' })
  })
})

describe('a key', () => {
  it.each([
    ['correct horse battery staple'],
    [''],
    [randomBytes(16).toString('base64')],
    [randomBytes(33).toString('base64')],
    [randomBytes(32).toString('hex')],
    [new Uint8Array(31)],
  ])('is 32 bytes, not %j', key => {
    expect(() => new Keyring([{ id: 'k', key }])).toThrow(/32 bytes in base64/)
  })

  it('may be base64, base64url or bytes', () => {
    const bytes = randomBytes(32)
    for (const key of [bytes.toString('base64'), bytes.toString('base64url'), bytes])
      new Keyring([{ id: 'k', key }])
  })

  it('has an id that fits the envelope, and has it alone', () => {
    for (const id of ['', 'a.b', 'ä', 'x'.repeat(65)])
      expect(() => new Keyring([{ ...a, id }])).toThrow(/key id/)
    expect(() => new Keyring([a, a])).toThrow(/Two encryption keys/)
    expect(() => new Keyring([])).toThrow(/empty/)
  })
})

describe('Node and the web', () => {
  it('read what the other one sealed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (plaintext, data) => {
        const key = randomBytes(32)
        const [node, web] = [createNodeAead(key), createWebAead(key)]
        expect(await web.decrypt(await node.encrypt(plaintext, data), data)).toBe(plaintext)
        expect(await node.decrypt(await web.encrypt(plaintext, data), data)).toBe(plaintext)
      }),
      { numRuns: 50 },
    )
  })

  it('refuse the same', async () => {
    const key = randomBytes(32)
    const [node, web] = [createNodeAead(key), createWebAead(key)]
    const sealed = await node.encrypt('secret', 'bound')
    const variants = [
      { ...sealed, iv: sealed.iv.slice(1) },
      { ...sealed, iv: `${sealed.iv}=` },
      { ...sealed, data: sealed.data.slice(0, 4) },
      { ...sealed, data: `${sealed.data} ` },
      { ...sealed, data: `${sealed.data.slice(0, -1)}${sealed.data.endsWith('A') ? 'B' : 'A'}` },
      { ...sealed, data: '****' },
    ]
    for (const variant of variants) {
      expect(await node.decrypt(variant, 'bound')).toBeUndefined()
      expect(await web.decrypt(variant, 'bound')).toBeUndefined()
    }
  })
})

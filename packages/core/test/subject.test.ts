import { credentialKey, type Subject } from '@x/asana-auth-core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('a subject', () => {
  it('is any well-formed text of at most 512 bytes', () => {
    const subject = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter(s => !s.includes('\0') && Buffer.byteLength(s) <= 512)
    fc.assert(
      fc.property(subject, s => {
        expect(credentialKey('asana', s)).toEqual({ provider: 'asana', subject: s })
      }),
    )
    expect(credentialKey('asana', 'é'.repeat(256)).subject).toHaveLength(256)
  })

  it('may be an object; the order of its members does not matter', () => {
    const key = credentialKey('asana', { user: 'u', tenant: 7 })
    expect(key).toEqual(credentialKey('asana', { tenant: 7, user: 'u' }))
    expect(key.subject).toBe('{"tenant":7,"user":"u"}')
  })

  it.each<[unknown, RegExp]>([
    ['', /empty/],
    ['a\0b', /NUL/],
    ['\ud800', /well-formed/],
    ['x\udc00y', /well-formed/],
    ['é'.repeat(257), /514 bytes/],
    [{}, /members/],
    [{ a: {} }, /members/],
    [[], /string or an object/],
    [null, /string or an object/],
    [7, /string or an object/],
  ])('is not %j', (subject, message) => {
    expect(() => credentialKey('asana', subject as Subject)).toThrow(message)
    expect(() => credentialKey('asana', subject as Subject)).toThrow(
      expect.objectContaining({ code: 'invalid_subject' }),
    )
  })

  it('belongs to a known provider', () => {
    expect(() => credentialKey('github', 'u')).toThrow(/Unknown provider "github"/)
  })
})

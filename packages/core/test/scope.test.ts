import { ConfigurationError, parseScope } from '@x/asana-auth-core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const granular = [
  'tasks:read',
  'tasks:write',
  'users:read',
  'projects:delete',
  'workspaces.typeahead:read',
  'goals:write',
]

describe('a scope has three states', () => {
  it('is left out when it is undefined, empty or blank', () => {
    for (const nothing of [undefined, '', ' , ', [], [''], ['  ']])
      expect(parseScope(nothing)).toBeUndefined()
  })

  it('is full permissions when it is "default"', () => {
    expect(parseScope('default')).toEqual(['default'])
    expect(parseScope(['default', 'openid', 'email'])).toEqual(['default', 'openid', 'email'])
  })

  it('is a list of granular scopes, separated by commas, spaces or both', () => {
    expect(parseScope('tasks:read, users:read\n openid')).toEqual(['tasks:read', 'users:read', 'openid'])
  })

  it('means the same however it is written', () => {
    const separator = fc.constantFrom(' ', ',', ', ', '\t', ' ,  ')
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...granular), { minLength: 1 }), separator, (names, by) => {
        expect(parseScope(names.join(by))).toEqual(names)
        expect(parseScope(names)).toEqual(names)
        expect(parseScope([...names, ...names])).toEqual(names)
      }),
    )
  })
})

describe('a scope that Asana would refuse is refused before', () => {
  it('names the actions that a resource has', () => {
    expect(() => parseScope('tasks:admin')).toThrow(/"tasks:admin": "tasks" has read, write, delete/)
    expect(() => parseScope('users:write')).toThrow(ConfigurationError)
  })

  it('knows that there is no sections scope', () => {
    expect(() => parseScope('sections:read')).toThrow(/Unknown scope "sections:read"/)
  })

  it('does not mix full permissions with granular scopes', () => {
    expect(() => parseScope('default tasks:read')).toThrow(/exclude each other/)
  })

  it('takes a name that is newer than this version when it is allowed', () => {
    expect(parseScope('robots:read', ['robots:read'])).toEqual(['robots:read'])
  })

  it('refuses every name that is not known', () => {
    const known = new Set([...granular, 'default', 'openid', 'email', 'profile'])
    const name = fc.stringMatching(/^[a-z_.]{1,12}:(read|write|delete|admin)$/).filter(n => !known.has(n))
    fc.assert(
      fc.property(name, candidate => {
        let parsed: readonly string[] | undefined
        try {
          parsed = parseScope(candidate)
        } catch (error) {
          expect(error).toMatchObject({ code: 'invalid_scope' })
          return
        }
        // Accepted: then it is one of Asana's own.
        expect(parsed).toEqual([candidate])
        expect(candidate).toMatch(/^[a-z_.]+:(read|write|delete)$/)
      }),
    )
    for (const trap of ['__proto__:read', 'constructor:read', 'toString:name']) {
      expect(() => parseScope(trap)).toThrow(ConfigurationError)
    }
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeReturnTo } from '../src/index.ts'

const origin = 'https://app.example'

/** Texts out of what such attacks are made of. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '/',
        '//',
        '\\',
        '.',
        '..',
        '/..',
        '/.',
        '\t',
        '\n',
        '\r',
        '\0',
        ' ',
        '@',
        ':',
        '?',
        '#',
        '%2f',
        '%5c',
      ),
      fc.constantFrom(
        'http:',
        'https://',
        'javascript:',
        'evil.example',
        'app.example',
        '／',
        '。',
        '\u2028',
        '\ud800',
      ),
      fc.string({ maxLength: 4, unit: 'binary' }),
    ),
    { maxLength: 8 },
  )
  .map(parts => parts.join(''))

describe('safeReturnTo', () => {
  it('accepts nothing that leaves the origin', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostile,
          hostile.map(text => `/${text}`),
          fc.webUrl(),
          fc.string(),
        ),
        value => {
          const accepted = safeReturnTo(value)
          if (accepted === undefined) return
          const resolved = new URL(accepted, origin)
          expect(resolved.origin).toBe(origin)
          expect(resolved.username + resolved.password).toBe('')
          // It means the same from every page, it fits a header, and reading it again changes nothing.
          expect(resolved.pathname + resolved.search + resolved.hash).toBe(accepted)
          expect(accepted).toMatch(/^\/(?!\/)[\x21-\x7e]*$/)
          expect(safeReturnTo(accepted)).toBe(accepted)
        },
      ),
      { numRuns: 5_000 },
    )
  })

  it('keeps every ordinary path of this site', () => {
    const word = fc.stringMatching(/^[a-z0-9_-]{1,8}$/)
    const path = fc.tuple(fc.array(word, { maxLength: 5 }), fc.dictionary(word, fc.string(), { maxKeys: 3 }))
    fc.assert(
      fc.property(path, ([words, query]) => {
        const search = new URLSearchParams(query).toString()
        const value = `/${words.join('/')}${search ? `?${search}` : ''}`
        fc.pre(value.length <= 1024)
        expect(safeReturnTo(value)).toBe(value)
      }),
    )
  })

  it.each([
    undefined,
    null,
    7,
    ['/a'],
    {},
    '',
    'tasks',
    './tasks',
    '?q',
    '#top',
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' /tasks',
    '/.//evil.example',
    '/a/..//evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    '/tasks\r\nSet-Cookie: a=b',
    '/\u0000',
    `/${'a'.repeat(1024)}`,
    `/${'é'.repeat(400)}`,
  ])('refuses %j', value => {
    expect(safeReturnTo(value)).toBeUndefined()
  })

  it.each([
    ['/', '/'],
    ['/tasks?due=today#first', '/tasks?due=today#first'],
    ['/a/../b', '/b'],
    ['/?next=//evil.example', '/?next=//evil.example'],
    ['/é', '/%C3%A9'],
    ['/a b', '/a%20b'],
  ])('turns %j into %j', (value, path) => {
    expect(safeReturnTo(value)).toBe(path)
  })
})

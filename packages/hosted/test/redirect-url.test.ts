import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAllowedRedirect, parseRedirectUrl } from '../src/oauth/redirect-url.ts'

const ALLOWED = ['https://you.example/oauth', 'https://you.example/deep/', 'http://localhost:3000/']
const passes = (text: string) => {
  const url = parseRedirectUrl(text)
  return url !== undefined && isAllowedRedirect(url, ALLOWED)
}

describe('the allow-list of redirect URLs', () => {
  it.each([
    'https://you.example/oauth',
    'https://you.example/oauth/',
    'https://you.example/oauth/callback?a=b%2Fc',
    'https://you.example/oauth/call%20back/a..%20b?a=..%00',
    'https://you.example:443/oauth',
    'https://YOU.example/oauth',
    'https://you.example/deep/x',
    'http://localhost:3000/',
    'http://localhost:3000/any/page',
  ])('lets pass %s', text => expect(passes(text)).toBe(true))

  it.each([
    'https://you.example/',
    'https://you.example/oauthx',
    'https://you.example/OAUTH',
    'https://you.example/deep',
    'http://localhost:3001/',
    'https://localhost:3000/',
    'http://you.example/oauth',
    'https://you.example./oauth',
    // Read once more, the last part is two dots: parsers drop what is at an end, and line breaks and tabs anywhere.
    'https://you.example/oauth/..%00',
    'https://you.example/oauth/..%20',
    'https://you.example/oauth/..%2520',
    'https://you.example/oauth/.%09./x',
    'https://you.example/oauth/%0a../x',
    'https://you.example/oauth/..%7F/x',
  ])('refuses %s', text => expect(passes(text)).toBe(false))

  it('never leads to another origin or out of the path, whatever is made of it', () => {
    const piece = fc.constantFrom(
      ...[
        '/',
        '//',
        '\\',
        '..',
        '.',
        '%2e',
        '%2E%2e',
        '%252e',
        '%2f',
        '%5c',
        '@',
        ':',
        '#',
        '?',
        ';',
        '&',
        ' ',
      ],
      ...[
        '\t',
        '\n',
        '\u0000',
        '\u00ad',
        '。',
        '／',
        'evil.example',
        'you.example',
        'oauth',
        'https:',
        '%00',
        '%09',
        '%0A',
        '%20',
        'ⓐ',
      ],
    )
    const text = fc
      .tuple(
        fc.constantFrom(
          'https://you.example/oauth',
          'https://you.example',
          'https:',
          'http://localhost:3000',
          '',
        ),
        fc.array(piece, { maxLength: 8 }),
      )
      .map(([start, rest]) => start + rest.join(''))
    let passed = 0
    fc.assert(
      fc.property(text, one => {
        if (!passes(one)) return
        passed += 1
        // As a browser that was sent there would read it, and as a server that decodes the path once more.
        const { href } = parseRedirectUrl(one) ?? {}
        for (const read of [href ?? '', decodeURI(href ?? '')]) {
          const url = new URL(read)
          expect(['https://you.example', 'http://localhost:3000']).toContain(url.origin)
          if (url.hostname === 'you.example') expect(url.pathname).toMatch(/^\/(oauth(\/|$)|deep\/)/)
        }
      }),
      { numRuns: 20_000 },
    )
    expect(passed).toBeGreaterThan(100)
  })
})

import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type ChangeNotice, parseChangeNotices, retryAfterMs } from '../src/index.ts'
import { serve } from './scripted-server.ts'

describe('Retry-After', () => {
  const now = Date.parse('Sun, 22 Nov 2026 06:00:00 GMT')

  it.each([
    ['30', 30_000],
    [' 0 ', 0],
    ['Sun, 22 Nov 2026 06:00:05 GMT', 5000],
    ['Sunday, 22-Nov-26 06:00:05 GMT', 5000],
    ['Sun, 22 Nov 2026 05:59:00 GMT', 0],
  ])('%j is %i ms', (value, expected) => expect(retryAfterMs(value, now)).toBe(expected))

  it.each([
    null,
    undefined,
    '',
    '-5',
    '1.5',
    '1e3',
    '99999999999',
    'soon',
    'soon GMT',
    '2026-11-22',
    'Infinity',
  ])('%j is nothing', value => expect(retryAfterMs(value, now)).toBeUndefined())

  it('is a time to wait or nothing, whatever it holds', () => {
    const parts = fc.constantFrom(
      'Sun,',
      ' 22',
      ' Nov',
      ' 2026',
      ' 06:00:05',
      ' GMT',
      '-',
      '1',
      '9'.repeat(40),
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(parts).map(list => list.join('')),
    )
    fc.assert(
      fc.property(text, value => {
        const waitMs = retryAfterMs(value, now)
        expect(waitMs === undefined || (Number.isSafeInteger(waitMs) && waitMs >= 0)).toBe(true)
      }),
    )
  })

  it('in whole seconds is read exactly', () => {
    fc.assert(
      fc.property(fc.nat(), seconds => {
        expect(retryAfterMs(String(seconds), now)).toBe(seconds * 1000)
      }),
    )
  })

  it('as a date is read exactly', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 ** 9 }), seconds => {
        expect(retryAfterMs(new Date(now + seconds * 1000).toUTCString(), now)).toBe(seconds * 1000)
      }),
    )
  })
})

describe('Asana-Change', () => {
  it('holds several notices in one line', () => {
    const line =
      'name=new_user_task_lists;info=https://asana.com/a;affected=true,name=goal_sals_api;affected=false, name=bare'
    expect(parseChangeNotices(line)).toEqual([
      { name: 'new_user_task_lists', info: 'https://asana.com/a', affected: true },
      { name: 'goal_sals_api', affected: false },
      { name: 'bare', affected: false },
    ])
  })

  it('may hold commas and = in a URL', () => {
    expect(parseChangeNotices('name=a;info=https://asana.com/?x=1,2&y=3;affected=true')).toEqual([
      { name: 'a', info: 'https://asana.com/?x=1,2&y=3', affected: true },
    ])
  })

  it.each([null, '', ',', ';;', 'affected=true', 'name=', '=;=', '__proto__=1'])('%j holds nothing', header =>
    expect(parseChangeNotices(header)).toEqual([]),
  )

  it('is read back as it was written', () => {
    const word = fc.stringMatching(/^[a-z_]+$/)
    const notice = fc.record(
      { name: word, info: word.map(path => `https://asana.com/${path}`), affected: fc.boolean() },
      { requiredKeys: ['name', 'affected'] },
    )
    const write = ({ name, info, affected }: ChangeNotice) =>
      [`name=${name}`, ...(info ? [`info=${info}`] : []), `affected=${affected}`].join(';')
    fc.assert(
      fc.property(fc.array(notice), notices => {
        expect(parseChangeNotices(notices.map(write).join(', '))).toEqual(notices)
      }),
    )
  })

  it('never throws', () => {
    const parts = fc.constantFrom('name=', 'info=', 'affected=', 'true', ',', ';', '=', ' ', 'a', '__proto__')
    fc.assert(
      fc.property(fc.array(parts), list => {
        for (const notice of parseChangeNotices(list.join(''))) expect(notice.name).not.toBe('')
      }),
    )
  })

  const announcing = { headers: { 'asana-change': 'name=a;affected=true,name=b' }, body: { data: {} } }

  it('is given to onChangeNotice, from every kind of call', async () => {
    const server = await serve(announcing, announcing, { body: { data: {} } })
    const onChangeNotice = vi.fn()
    const client = server.client({ onChangeNotice })
    await client.getUser('me')
    await client.fetch('/users/me')
    await client.getUser('me')
    const notices = [
      { name: 'a', affected: true },
      { name: 'b', affected: false },
    ]
    expect(onChangeNotice.mock.calls).toEqual([[notices], [notices]])
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('no')
      },
    ],
    ['rejects', () => Promise.reject(new Error('no'))],
  ])('does not break the call when onChangeNotice %s', async (_, onChangeNotice) => {
    const server = await serve(announcing)
    await expect(server.client({ onChangeNotice }).getUser('me')).resolves.toEqual({})
  })
})

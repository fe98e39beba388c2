import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { html } from '../src/html/html.ts'
import { describeDueDate } from '../src/html/time.ts'

describe('html', () => {
  it('lets no text out of its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const page = html`<p title="${text}">${[text, html`<b>${text}</b>`]}</p>`.toString()
        const parts = /^<p title="([^"<>']*)">([^<>"']*)<b>([^<>"']*)<\/b><\/p>$/.exec(page)
        expect(parts?.slice(1).map(unescaped)).toEqual([text, text, text])
      }),
    )
  })

  it('shows nothing for nothing, and zero for zero', () => {
    expect(html`${undefined}${null}${false}${''}${0}`.toString()).toBe('0')
  })
})

describe('a due date', () => {
  const now = Date.parse('2026-11-22T23:30:00Z')
  it.each([
    ['2026-11-20', '20 Nov', 'overdue'],
    ['2026-11-21', 'Yesterday', 'overdue'],
    ['2026-11-22', 'Today', 'today'],
    ['2026-11-23', 'Tomorrow', 'soon'],
    ['2026-11-28', 'Saturday', 'soon'],
    ['2026-11-29', '29 Nov', 'later'],
  ])('%s is %s', (date, label, urgency) => {
    expect(describeDueDate(date, now)).toEqual({ label, urgency })
  })
})

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
}

import { type Html, html } from './html.ts'

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** `in 59 minutes`, `2 hours ago`, `just now`, with the exact time for who hovers. */
export function timeFromNow(ms: number, now: number): Html {
  const exact = new Date(ms).toISOString()
  return html`<time datetime="${exact}" title="${exact.slice(0, 19).replace('T', ' ')} UTC">${fromNow(ms - now)}</time>`
}

function fromNow(differenceMs: number): string {
  for (const [unit, unitMs] of units) {
    if (Math.abs(differenceMs) >= unitMs) return relative.format(Math.trunc(differenceMs / unitMs), unit)
  }
  return differenceMs > 0 ? 'in less than a minute' : 'just now'
}

export interface DueDate {
  readonly label: string
  readonly urgency: 'overdue' | 'today' | 'soon' | 'later'
}

/** How a due date stands to today, in UTC: the server does not know the visitor's time zone. */
export function describeDueDate(dueOn: string, now: number): DueDate {
  const day = Date.parse(`${dueOn}T00:00:00Z`)
  const days = Math.round(
    (day - Date.parse(`${new Date(now).toISOString().slice(0, 10)}T00:00:00Z`)) / 86_400_000,
  )
  const date = new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const weekday = new Date(day).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' })
  if (days < 0) return { label: days === -1 ? 'Yesterday' : date, urgency: 'overdue' }
  if (days === 0) return { label: 'Today', urgency: 'today' }
  if (days === 1) return { label: 'Tomorrow', urgency: 'soon' }
  return { label: days < 7 ? weekday : date, urgency: days < 7 ? 'soon' : 'later' }
}

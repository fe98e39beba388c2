import { textIn, type Value } from '../../state/resource.ts'
import type { World } from '../../state/world.ts'
import type { Route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import { date, hidden, readOnly, ref, text } from '../declare/field.ts'
import { standardRoutes } from '../declare/standard-routes.ts'
import { addResource } from '../declare/writing.ts'
import { between } from '../input/date-range.ts'

export const timePeriod: Declaration = {
  type: 'time_period',
  home: 'workspace',
  compact: ['end_on', 'start_on', 'period', 'display_name'],
  fields: {
    workspace: hidden(ref('workspace')),
    start_on: readOnly(date()),
    end_on: readOnly(date()),
    period: readOnly(text()),
    display_name: readOnly(text()),
    parent: readOnly(ref('time_period')),
  },
}

export const timePeriodRoutes: readonly Route[] = standardRoutes(timePeriod, '/time_periods', {
  get: null,
  list: {
    scope: null,
    required: ['workspace'],
    where: (call, period) => {
      const { query } = call
      const wanted = (name: string) => (query.has(name) ? textIn(period, name) : undefined)
      const start = wanted('start_on')
      const end = wanted('end_on')
      return (
        (start === undefined || between(call, start, 'start_on', '')) &&
        (end === undefined || between(call, end, '', 'end_on'))
      )
    },
  },
})

const spans = [
  { period: 'FY', from: 1, months: 12, within: undefined },
  { period: 'H1', from: 1, months: 6, within: 'FY' },
  { period: 'H2', from: 7, months: 6, within: 'FY' },
  { period: 'Q1', from: 1, months: 3, within: 'H1' },
  { period: 'Q2', from: 4, months: 3, within: 'H1' },
  { period: 'Q3', from: 7, months: 3, within: 'H2' },
  { period: 'Q4', from: 10, months: 3, within: 'H2' },
] as const

/** The year, its halves and its quarters. */
export function addTimePeriods(world: World, workspaceGid: string, createdByGid: string): void {
  const year = new Date(world.clock.now()).getUTCFullYear()
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  const gids = new Map<string, string>()
  for (const { period, from, months, within } of spans) {
    const parent: Value = within === undefined ? null : (gids.get(within) ?? null)
    const { gid } = addResource(world, timePeriod, createdByGid, {
      workspace: workspaceGid,
      start_on: day(Date.UTC(year, from - 1, 1)),
      end_on: day(Date.UTC(year, from - 1 + months, 0)),
      period,
      display_name: `${period} ${period === 'FY' ? year : `FY${String(year).slice(2)}`}`,
      parent,
    })
    gids.set(period, gid)
  }
}

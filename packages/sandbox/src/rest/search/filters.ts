import type { ApiCall } from '../core/api-call.ts'

/** What a search asks of one property: undefined members of a list ask nothing. */
export type Filter = boolean | undefined

export function textFilter({ query }: ApiCall, ...texts: string[]): Filter {
  const wanted = query.get('text')?.toLowerCase()
  return wanted === undefined ? undefined : texts.join('\n').toLowerCase().includes(wanted)
}

export function equalFilter({ query }: ApiCall, name: string, actual: string | boolean): Filter {
  const wanted = query.get(name)
  return wanted === null ? undefined : wanted === String(actual)
}

/** `tags.any`, `tags.all`, `tags.not`: lists of gids, of which `me` may be one. */
export function relationFilter({ query, user }: ApiCall, name: string, actual: readonly string[]): Filter {
  const listed = (kind: string) => {
    const gids = query.get(`${name}.${kind}`)?.split(',').filter(Boolean)
    return gids?.map(gid => (gid === 'me' ? user.gid : gid))
  }
  const has = (gid: string) => actual.includes(gid)
  return (
    (listed('any')?.some(has) ?? true) &&
    (listed('all')?.every(has) ?? true) &&
    !(listed('not')?.some(has) ?? false)
  )
}

/** `due_on`, `due_on.before`, `due_on.after`: ISO 8601 sorts as text. */
export function dateFilter({ query }: ApiCall, name: string, actual: string | null): Filter {
  const [on, before, after] = [query.get(name), query.get(`${name}.before`), query.get(`${name}.after`)]
  if (on !== null && on !== (actual ?? 'null')) return false
  if (before !== null && !(actual !== null && actual < before)) return false
  return after === null || (actual !== null && actual > after)
}

/** The day and the moment of something that happened: `created_on…` and `created_at…`. */
export function momentFilter(call: ApiCall, name: string, ms: number | null): Filter {
  const moment = ms === null ? null : new Date(ms).toISOString()
  return (
    dateFilter(call, `${name}_on`, moment?.slice(0, 10) ?? null) && dateFilter(call, `${name}_at`, moment)
  )
}

export function passesAll(filters: readonly Filter[]): boolean {
  return filters.every(filter => filter ?? true)
}

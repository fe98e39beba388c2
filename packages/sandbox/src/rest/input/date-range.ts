import type { ApiCall } from '../core/api-call.ts'
import { Input } from './input.ts'

/** Whether the day is within the days that two query parameters name; both ends count, and either may be open. */
export function between(call: ApiCall, day: string, from: string, to: string): boolean {
  const input = new Input(Object.fromEntries(call.query), [...call.query.keys()])
  const first = input.date(from)
  const last = input.date(to)
  return (typeof first !== 'string' || day >= first) && (typeof last !== 'string' || day <= last)
}

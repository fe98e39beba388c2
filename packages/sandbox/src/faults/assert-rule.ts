import { endpointNames } from '../http/endpoint.ts'
import type { Fault, FaultRule } from './fault.ts'

const checks: { readonly [K in Fault['kind']]: (fault: Extract<Fault, { kind: K }>) => boolean } = {
  status: fault => isStatus(fault.status) && isMoment(fault.when) && isOptional('string', fault.body),
  html: fault => isStatus(fault.status ?? 502) && isMoment(fault.when) && isOptional('string', fault.body),
  json: fault => isStatus(fault.status ?? 200) && isMoment(fault.when) && fault.body !== undefined,
  drop: fault => fault.when !== undefined && isMoment(fault.when),
  hang: fault => fault.when !== undefined && isMoment(fault.when),
  slow_body: fault => isCount(fault.ms),
  truncate: fault => isCount(fault.bytes ?? 0) && ['clean', 'abrupt', undefined].includes(fault.ending),
  delay: fault => isCount(fault.ms) && isMoment(fault.when),
  patch: fault => typeof fault.patch === 'function',
}

/** Rules also come from other processes, and a mistyped one would be a fault that never strikes. */
export function assertFaultRule(rule: FaultRule): void {
  const { at, fault, times = 1, skip = 0 } = rule
  if (!endpointNames.includes(at)) throw new TypeError(`Not an endpoint: ${String(at)}`)
  if (!isCount(times) || !isCount(skip)) throw new TypeError('times and skip are counts')
  const kind = String(fault?.kind)
  const check = Object.hasOwn(checks, kind) ? (checks[fault.kind] as (fault: Fault) => boolean) : undefined
  if (check === undefined) throw new TypeError(`Not a fault: ${kind}`)
  if (!check(fault)) throw new TypeError(`Not a ${kind} fault: ${JSON.stringify(fault)}`)
}

function isStatus(status: unknown): boolean {
  return Number.isInteger(status) && Number(status) >= 200 && Number(status) <= 599
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && value >= 0
}

function isMoment(when: unknown): boolean {
  return when === undefined || when === 'before' || when === 'after_commit'
}

function isOptional(type: 'string', value: unknown): boolean {
  return value === undefined || typeof value === type
}

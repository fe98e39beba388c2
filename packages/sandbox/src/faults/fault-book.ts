import { assertFaultRule } from './assert-rule.ts'
import type { Fault, FaultHandle, FaultRule, FaultSubject } from './fault.ts'

interface Entry {
  readonly rule: FaultRule
  passed: number
  hits: number
  waiting: { count: number; resolve: () => void }[]
}

/** The faults in force. The first rule that matches and is not used up takes the request. */
export class FaultBook {
  readonly #entries = new Set<Entry>()

  add(rule: FaultRule): FaultHandle {
    assertFaultRule(rule)
    const entry: Entry = { rule, passed: 0, hits: 0, waiting: [] }
    this.#entries.add(entry)
    const entries = this.#entries
    return {
      get hits() {
        return entry.hits
      },
      hit(count = 1) {
        if (entry.hits >= count) return Promise.resolve()
        return new Promise(resolve => entry.waiting.push({ count, resolve }))
      },
      remove() {
        entries.delete(entry)
      },
    }
  }

  clear(): void {
    this.#entries.clear()
  }

  /** The fault for this request, if any; using it up is part of asking. */
  take(subject: FaultSubject): Fault | undefined {
    let taken: Fault | undefined
    for (const entry of this.#entries) {
      if (!matches(entry.rule, subject)) continue
      // Every rule sees every matching request, so `skip` counts requests, whoever spoiled them.
      const skipped = entry.passed < (entry.rule.skip ?? 0)
      if (skipped) entry.passed += 1
      else if (taken === undefined && entry.hits < (entry.rule.times ?? 1)) {
        taken = entry.rule.fault
        entry.hits += 1
        entry.waiting = entry.waiting.filter(({ count, resolve }) => entry.hits < count || void resolve())
      }
    }
    return taken
  }
}

function matches(rule: FaultRule, subject: FaultSubject): boolean {
  if (rule.at !== subject.endpoint) return false
  if (rule.grantType !== undefined && rule.grantType !== subject.grantType) return false
  if (rule.method !== undefined && rule.method !== subject.method) return false
  if (rule.path === undefined) return true
  if (typeof rule.path === 'string') return rule.path === subject.path || rule.path === subject.template
  // A sticky or global expression keeps state between tests of it: start it afresh.
  rule.path.lastIndex = 0
  return rule.path.test(subject.path)
}

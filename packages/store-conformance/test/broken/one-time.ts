import type { OneTimeStore } from '@x/asana-auth-core'
import type { SuiteOptions } from '../../src/index.ts'
import type { MemoryServer } from '../memory-server.ts'
import { ServedOneTimeStore } from '../served-store.ts'

/** As `BrokenStore`, for one-time values. */
export interface BrokenOneTimeStore {
  readonly flaw: string
  readonly store: new (server: MemoryServer, namespace: string) => OneTimeStore
  readonly foundBy: readonly string[]
  readonly options?: SuiteOptions
}

interface Entry {
  readonly value: string
  readonly until: number
}

const entriesOf = new WeakMap<MemoryServer, Map<string, Entry>>()

/** Plain commands to the server: each is atomic, two of them are not. */
abstract class SendsCommands extends ServedOneTimeStore {
  protected get entries(): Map<string, Entry> {
    const entries = entriesOf.get(this.server) ?? new Map<string, Entry>()
    entriesOf.set(this.server, entries)
    return entries
  }

  override async put(key: string, value: string, ttlMs: number) {
    this.server.check('put')
    this.entries.set(this.inner(key), { value, until: this.server.now + ttlMs })
  }

  override async take(key: string) {
    const value = await this.read(key)
    this.entries.delete(this.inner(key))
    return value
  }

  protected async read(key: string): Promise<string | undefined> {
    this.server.check('take')
    const entry = this.entries.get(this.inner(key))
    return entry && this.server.now < entry.until ? entry.value : undefined
  }
}

class ReadsAndThenDeletes extends SendsCommands {}

class NeverDeletes extends SendsCommands {
  override take(key: string) {
    return this.read(key)
  }
}

class FailsWhoComesLate extends ServedOneTimeStore {
  override async take(key: string) {
    const value = await super.take(key)
    if (value === undefined) throw new Error('no such key')
    return value
  }
}

class TakesNull extends ServedOneTimeStore {
  override async take(key: string) {
    return (await super.take(key)) ?? (null as unknown as undefined)
  }
}

class KeepsForEver extends ServedOneTimeStore {
  override put(key: string, value: string) {
    return super.put(key, value, Number.MAX_SAFE_INTEGER / 2)
  }
}

class CountsInSeconds extends ServedOneTimeStore {
  override put(key: string, value: string, ttlMs: number) {
    return super.put(key, value, Math.ceil(ttlMs / 1_000) * 1_000)
  }
}

class ForgetsEarly extends ServedOneTimeStore {
  override put(key: string, value: string, ttlMs: number) {
    return super.put(key, value, ttlMs < 10_000 ? Math.min(ttlMs, 300) : ttlMs)
  }
}

class KeepsTheFirst extends ServedOneTimeStore {
  override async put(key: string, value: string, ttlMs: number) {
    const first = await super.take(key)
    await super.put(key, first ?? value, ttlMs)
  }
}

class KeepsTheOldLifetime extends ServedOneTimeStore {
  readonly #until = new Map<string, number>()

  override async put(key: string, value: string, ttlMs: number) {
    const { now } = this.server
    const before = this.#until.get(key) ?? 0
    const until = before > now ? before : now + ttlMs
    this.#until.set(key, until)
    await super.put(key, value, until - now)
  }

  override take(key: string) {
    this.#until.delete(key)
    return super.take(key)
  }
}

class TakesEmptyForNothing extends ServedOneTimeStore {
  override async take(key: string) {
    return (await super.take(key)) || undefined
  }
}

class TrimsItsKeys extends ServedOneTimeStore {
  protected override inner(key: string): string {
    return super.inner(key.trim())
  }
}

class IgnoresNamespaces extends ServedOneTimeStore {
  protected override inner(key: string): string {
    return key
  }
}

class TakesNothingInAnOutage extends ServedOneTimeStore {
  override async take(key: string) {
    return this.server.down ? undefined : super.take(key)
  }
}

class PutsNowhereInAnOutage extends ServedOneTimeStore {
  override async put(key: string, value: string, ttlMs: number) {
    if (!this.server.down) await super.put(key, value, ttlMs)
  }
}

class WaitsForTheServer extends ServedOneTimeStore {
  override take(key: string) {
    return this.server.down ? new Promise<undefined>(() => {}) : super.take(key)
  }
}

export const brokenOneTimeStores: readonly BrokenOneTimeStore[] = [
  { flaw: 'reads, and then deletes', store: ReadsAndThenDeletes, foundBy: ['taken once'] },
  {
    flaw: 'never deletes',
    store: NeverDeletes,
    foundBy: ['odd keys and values', 'outage', 'replaced values', 'taken once'],
  },
  {
    flaw: 'fails who comes late',
    store: FailsWhoComesLate,
    foundBy: [
      'namespaces',
      'odd keys and values',
      'outage',
      'replaced values',
      'taken once',
      'values that expire',
    ],
  },
  {
    flaw: 'gives null for nothing',
    store: TakesNull,
    foundBy: [
      'namespaces',
      'odd keys and values',
      'outage',
      'replaced values',
      'taken once',
      'values that expire',
    ],
  },
  { flaw: 'keeps values for ever', store: KeepsForEver, foundBy: ['values that expire'] },
  { flaw: 'rounds a lifetime up to seconds', store: CountsInSeconds, foundBy: ['values that expire'] },
  { flaw: 'forgets values early', store: ForgetsEarly, foundBy: ['values that expire'] },
  { flaw: 'keeps the first value', store: KeepsTheFirst, foundBy: ['replaced values', 'values that expire'] },
  { flaw: 'keeps the first lifetime', store: KeepsTheOldLifetime, foundBy: ['values that expire'] },
  { flaw: 'takes an empty value for nothing', store: TakesEmptyForNothing, foundBy: ['odd keys and values'] },
  { flaw: 'trims its keys', store: TrimsItsKeys, foundBy: ['odd keys and values'] },
  { flaw: 'ignores its namespace', store: IgnoresNamespaces, foundBy: ['namespaces'] },
  { flaw: 'takes an outage for a missing value', store: TakesNothingInAnOutage, foundBy: ['outage'] },
  { flaw: 'loses what is put in an outage', store: PutsNowhereInAnOutage, foundBy: ['outage'] },
  {
    flaw: 'waits until the server is back',
    store: WaitsForTheServer,
    foundBy: ['outage'],
    options: { outageTimeoutMs: 100 },
  },
]

import type { MemoryServer } from '../memory-server.ts'
import { ServedOneTimeStore } from '../served-store.ts'
import type { BrokenOneTimeStore } from './broken-store.ts'

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

class TakesEmptyForNothing extends ServedOneTimeStore {
  override async take(key: string) {
    return (await super.take(key)) || undefined
  }
}

class TakesNothingInAnOutage extends ServedOneTimeStore {
  override async take(key: string) {
    return this.server.down ? undefined : super.take(key)
  }
}

class WaitsForTheServer extends ServedOneTimeStore {
  override take(key: string) {
    return this.server.down ? new Promise<undefined>(() => {}) : super.take(key)
  }
}

export const brokenTakes: readonly BrokenOneTimeStore[] = [
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
  { flaw: 'takes an empty value for nothing', store: TakesEmptyForNothing, foundBy: ['odd keys and values'] },
  { flaw: 'takes an outage for a missing value', store: TakesNothingInAnOutage, foundBy: ['outage'] },
  {
    flaw: 'waits until the server is back',
    store: WaitsForTheServer,
    foundBy: ['outage'],
    options: { outageTimeoutMs: 100 },
  },
]

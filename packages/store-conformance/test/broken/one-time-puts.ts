import { ServedOneTimeStore } from '../served-store.ts'
import type { BrokenOneTimeStore } from './broken-store.ts'

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

class PutsNowhereInAnOutage extends ServedOneTimeStore {
  override async put(key: string, value: string, ttlMs: number) {
    if (!this.server.down) await super.put(key, value, ttlMs)
  }
}

export const brokenPuts: readonly BrokenOneTimeStore[] = [
  { flaw: 'keeps values for ever', store: KeepsForEver, foundBy: ['values that expire'] },
  { flaw: 'rounds a lifetime up to seconds', store: CountsInSeconds, foundBy: ['values that expire'] },
  { flaw: 'forgets values early', store: ForgetsEarly, foundBy: ['values that expire'] },
  { flaw: 'keeps the first value', store: KeepsTheFirst, foundBy: ['replaced values', 'values that expire'] },
  { flaw: 'keeps the first lifetime', store: KeepsTheOldLifetime, foundBy: ['values that expire'] },
  { flaw: 'trims its keys', store: TrimsItsKeys, foundBy: ['odd keys and values'] },
  { flaw: 'ignores its namespace', store: IgnoresNamespaces, foundBy: ['namespaces'] },
  { flaw: 'loses what is put in an outage', store: PutsNowhereInAnOutage, foundBy: ['outage'] },
]

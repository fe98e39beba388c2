/** Takes the storage away and brings it back, as in an outage. */
export interface Outage {
  /** Resolves when the server no longer answers. */
  stop(): Promise<void>
  /** Resolves when it answers again, at the same address. */
  start(): Promise<void>
  /** What was stored before is there after. Default false: the server forgets, and the suite asks for nothing old. */
  readonly keepsData?: boolean
}

/** What both suites can be told. */
export interface SuiteOptions {
  /** The heading of the tests. Default `CredentialStore`, `OneTimeStore`. */
  readonly name?: string
  /**
   * False: every instance keeps its own data, as a store in memory does, so that cases with two instances
   * are skipped. Default true.
   */
  readonly shared?: boolean
  /** How many act at once where only one may win. Default 50 (100 for one-time values). */
  readonly contenders?: number
  /** The shortest lifetime that the store keeps to, in milliseconds. Default 200: real servers wait in real time. */
  readonly minTtlMs?: number
  /** Lets time pass for the store. Default: real time. A store with a clock of its own moves that instead. */
  readonly sleep?: (ms: number) => Promise<void> | void
  /** For each test, in milliseconds. Default 60,000. */
  readonly timeoutMs?: number
  /** Absent: the outage cases are skipped. */
  readonly outage?: Outage
  /** Within so long every call fails while the storage is down, and works once it is back. Default 10,000. */
  readonly outageTimeoutMs?: number
}

/** The options with their defaults. */
export interface SuiteSettings {
  readonly name: string
  readonly shared: boolean
  readonly contenders: number
  readonly minTtlMs: number
  readonly sleep: (ms: number) => Promise<void> | void
  readonly timeoutMs: number
  readonly outage: Outage | undefined
  readonly outageTimeoutMs: number
}

export function suiteSettings(
  options: SuiteOptions,
  defaults: { readonly name: string; readonly contenders: number },
): SuiteSettings {
  return {
    name: options.name ?? defaults.name,
    shared: options.shared ?? true,
    contenders: options.contenders ?? defaults.contenders,
    minTtlMs: options.minTtlMs ?? 200,
    sleep: options.sleep ?? realTime,
    timeoutMs: options.timeoutMs ?? 60_000,
    outage: options.outage,
    outageTimeoutMs: options.outageTimeoutMs ?? 10_000,
  }
}

export function realTime(ms: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, ms)
  })
}

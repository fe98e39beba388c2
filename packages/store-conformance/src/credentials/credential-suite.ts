import type { CredentialStore, StoreCapabilities } from '@x/asana-auth-core'
import type { SkipReason, Suite } from '../suite/suite.ts'
import { type SuiteOptions, type SuiteSettings, suiteSettings } from '../suite/suite-options.ts'

/** What `testCredentialStore` can be told. */
export interface CredentialStoreOptions extends SuiteOptions {
  /**
   * What the store says it cannot do. The cases are skipped, and the store must then refuse with
   * `ConfigurationError`. Default: it can do all.
   */
  readonly capabilities?: Partial<StoreCapabilities>
  /** How many keys are listed in pages. Default 10,000. Below 120, cases that list under writes make fewer, too. */
  readonly listingKeys?: number
  /** The largest payload that must fit, in bytes. Default 60 kB: what all of our stores take. */
  readonly largestPayloadBytes?: number
  /** The store's own limit, in bytes of UTF-8: one more is refused. Absent: that case is skipped. */
  readonly maxPayloadBytes?: number
}

export interface CredentialSettings extends SuiteSettings {
  readonly capabilities: StoreCapabilities
  readonly listingKeys: number
  readonly largestPayloadBytes: number
  readonly maxPayloadBytes: number | undefined
}

export type CredentialSuite = Suite<CredentialStore, CredentialSettings>

export function credentialSettings(options: CredentialStoreOptions): CredentialSettings {
  return {
    ...suiteSettings(options, { name: 'CredentialStore', contenders: 50 }),
    capabilities: { cas: true, lease: true, list: true, ...options.capabilities },
    listingKeys: options.listingKeys ?? 10_000,
    largestPayloadBytes: options.largestPayloadBytes ?? 60 * 1024,
    maxPayloadBytes: options.maxPayloadBytes,
  }
}

export function unlessCapable(
  { settings }: CredentialSuite,
  ...needed: (keyof StoreCapabilities)[]
): SkipReason {
  const missing = needed.find(capability => !settings.capabilities[capability])
  return missing && `options.capabilities.${missing} is false`
}

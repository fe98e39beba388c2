import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { ConfigurationError } from '@x/asana-auth-core'

export interface SecretsManagerStoreOptions {
  /** A `SecretsManagerClient`: its region, credentials and retries. The store never destroys it. */
  readonly client: Pick<SecretsManagerClient, 'send'>
  /** Keeps applications apart that share an account and a region; default `asana-auth`. */
  readonly namespace?: string
  /** What all secrets' names begin with, for IAM policies; empty, or with a slash at the end. Default `asana-auth/`. */
  readonly prefix?: string
  /** The KMS key that new secrets are encrypted with. Default: the account's `aws/secretsmanager`. */
  readonly kmsKeyId?: string
  /** For new secrets, to tell whose costs they are. */
  readonly tags?: Readonly<Record<string, string>>
  /** Deletes so that AWS can restore it for 7 to 30 days. Default: deletes at once and for good. */
  readonly recoveryWindowDays?: number
  /** A read may be answered from memory for so long. Default 0: what any process wrote is seen at once. */
  readonly maxReadAgeMs?: number
  /** Milliseconds since the epoch, for the end of leases; default `Date.now`. */
  readonly now?: () => number
}

/** The options with their defaults, and what all operations of one store share. */
export interface StoreSettings extends SecretsManagerStoreOptions {
  readonly namespace: string
  readonly prefix: string
  readonly now: () => number
  /** Versions made so far: what AWS limits. */
  writes: number
}

/** @throws ConfigurationError `invalid_option` */
export function storeSettings(options: SecretsManagerStoreOptions): StoreSettings {
  const {
    namespace = 'asana-auth',
    prefix = 'asana-auth/',
    recoveryWindowDays: days,
    now = Date.now,
  } = options
  // Without the slash, prefix and namespace could run into each other, and two stores into one secret. 56
  // leave room for three parts of a name within the 256 characters that ListSecrets gives back.
  if (!/^([\w/+=.@-]{0,55}\/)?$/.test(prefix)) {
    throw invalid('prefix: at most 56 letters, digits and /_+=.@-, with a slash at the end')
  }
  if (days !== undefined && !(Number.isInteger(days) && days >= 7 && days <= 30)) {
    throw invalid('recoveryWindowDays: a whole number from 7 to 30')
  }
  return { ...options, namespace, prefix, now, writes: 0 }
}

function invalid(rule: string): ConfigurationError {
  return new ConfigurationError('invalid_option', `Invalid ${rule}.`)
}

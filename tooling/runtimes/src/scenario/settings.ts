import type { CredentialRecord, EncryptionKey } from '@x/asana-auth-core'

/** What a runtime is told: as JSON, so that it can be handed to any of them. */
export interface ScenarioSettings {
  /** Where the sandbox is, for its controls. */
  readonly sandboxUrl: string
  /** The app to act as, in the names of the environment. */
  readonly environment: Readonly<Record<string, string>>
  readonly encryptionKey: EncryptionKey
  /** Credentials of the subject `from-node`, sealed by node:crypto. */
  readonly sealedOnNode: CredentialRecord
}

/** One thing that the scenario saw to be so. */
export interface Step {
  readonly name: string
  /** Why it is not so. */
  readonly failure?: string
}

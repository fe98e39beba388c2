import { StoreUnavailableError } from '@x/asana-auth-core'
import { STORE } from './aws-error.ts'
import type { CredentialOperation } from './secret-writer.ts'

/** For when all attempts met a secret that somebody else had just changed, or that AWS is still deleting. */
export function unsettled({ operation, key }: CredentialOperation): () => StoreUnavailableError {
  const what =
    'the secret did not settle: AWS is still deleting its predecessor (give it a minute), or many write it at once.'
  return () => new StoreUnavailableError({ store: STORE, operation, key }, what)
}

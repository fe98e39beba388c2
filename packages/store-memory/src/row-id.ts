import type { CredentialKey } from '@x/asana-auth-core'

/** One text per key; JSON keeps any two keys apart, whatever characters are in them. */
export function rowId({ provider, subject }: CredentialKey): string {
  return JSON.stringify([provider, subject])
}

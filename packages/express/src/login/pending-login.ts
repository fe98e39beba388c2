import { createHash } from 'node:crypto'
import { ASANA, type AuthorizationStep, credentialKey, type Subject } from '@x/asana-auth-core'

/** What has to be known again when the user comes back from Asana. */
export interface PendingLogin extends Omit<AuthorizationStep, 'authorizationUrl'> {
  /** Of the user who started it. A digest, because a cookie is small and a subject need not be. */
  readonly subjectDigest: string
  readonly returnTo?: string
}

/** The same for the same user, however the subject is written. @throws ConfigurationError `invalid_subject` */
export function subjectDigest(subject: Subject): string {
  return digest(credentialKey(ASANA, subject).subject)
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

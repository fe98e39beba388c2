import { ConfigurationError, type CredentialKey } from '@x/asana-auth-core'
import { sha256 } from './sha256.ts'

// No upper case: a tool that ignores case must not take two users for one. No `=`: it marks a hash.
const READABLE = /^[a-z0-9][a-z0-9._@+-]{0,63}$/
// AWS ends its ARNs like this; a name that does could be taken for the ARN of another secret.
const LIKE_AN_ARN = /-.{6}$/
const MAX_DESCRIPTION = 2048

/** Where a store's secrets are. */
export interface Place {
  readonly prefix: string
  readonly namespace: string
}

/**
 * `<prefix><namespace>/<provider>/<subject>`. A part that is not plain is replaced by `=` and its SHA-256, so
 * that no two keys share a name. The description says the key in full.
 */
export async function secretName(place: Place, { provider, subject }: CredentialKey): Promise<string> {
  const beginning = await beginningOfNames(place, provider)
  // The hyphen may be the provider's: the whole name is looked at.
  return beginning + (LIKE_AN_ARN.test(beginning + subject) ? await hashed(subject) : await part(subject))
}

/** Of the names of all credentials of a provider. */
export async function beginningOfNames({ prefix, namespace }: Place, provider: string): Promise<string> {
  return `${prefix}${await part(namespace)}/${await part(provider)}/`
}

/** The subject whose secret this is; undefined when it is none of ours. */
export async function subjectOf(
  place: Place,
  provider: string,
  name: string,
  description = '',
): Promise<string | undefined> {
  const written = lastPart(name)
  const subject = written.startsWith('=') ? percentDecoded(lastPart(description)) : written
  return (await secretName(place, { provider, subject })) === name ? subject : undefined
}

/** Readable in AWS's console, for ASCII at least; the same text tells a listing the subject. @throws ConfigurationError */
export function describeKey({ provider, subject }: CredentialKey): string {
  const key = `${percentEncoded(provider)}/${percentEncoded(subject)}`
  const description = `Asana credential kept by asana-auth: ${key}`
  if (description.length <= MAX_DESCRIPTION) return description
  throw invalid('too long')
}

function lastPart(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1)
}

/** What is no percent-encoding stays as it is: the description is not ours, and will not lead to the name. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function percentEncoded(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    // A lone surrogate becomes U+FFFD in UTF-8: two subjects would share a secret.
    throw invalid('not well-formed Unicode')
  }
}

function invalid(what: string): ConfigurationError {
  return new ConfigurationError('invalid_subject', `The subject or provider is ${what}.`)
}

function part(text: string): Promise<string> | string {
  return READABLE.test(text) ? text : hashed(text)
}

async function hashed(text: string): Promise<string> {
  return `=${await sha256(percentEncoded(text))}`
}

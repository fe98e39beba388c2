import type { SecretRequests, Written } from './secret-requests.ts'
import type { SecretState } from './secret-state.ts'
import { emptyText } from './secret-text.ts'
import { CURRENT, EMPTY } from './stages.ts'
import { successor } from './successor.ts'

/** Writes only over what `state` says: over that version, or over nothing, whatever state the secret is in. */
export async function replaceRow(
  secret: SecretRequests,
  state: SecretState | undefined,
  text: string,
  ...labels: readonly string[]
): Promise<Written> {
  if (!state) return createRow(secret, text, labels)
  const { arn, row, current = arn, previous } = state
  if (row === 'ended') {
    // Whoever ended it may have crashed. AWS frees the name some time after this.
    await secret.destroy(arn)
    return {}
  }
  if (row === 'scheduled') await secret.restore(arn)
  return secret.put(arn, await successor('row', current, previous), text, CURRENT, ...labels)
}

/** A version that stands for no row. */
export function emptyRow(secret: SecretRequests, state: SecretState | undefined): Promise<Written> {
  return replaceRow(secret, state, emptyText(), EMPTY)
}

async function createRow(secret: SecretRequests, text: string, labels: readonly string[]): Promise<Written> {
  if (labels.length > 0) {
    // CreateSecret knows no staging labels: the version comes after the secret.
    const arn = await secret.create()
    return arn ? secret.put(arn, await successor('row', arn), text, CURRENT, ...labels) : {}
  }
  // Random: a secret that is deleted and made again must not get an old version back.
  const version = crypto.randomUUID()
  return (await secret.create(version, text)) ? { version } : {}
}

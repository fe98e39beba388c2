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
  if (!state) {
    // Random: a secret that is deleted and made again must not get an old version back.
    const version = crypto.randomUUID()
    return (await secret.create(version, text)) ? { version } : {}
  }
  const { arn, row, current = arn, previous } = state
  if (row === 'ended') {
    // Whoever ended it may have crashed. AWS frees the name some time after this.
    await secret.destroy(arn)
    return {}
  }
  if (row === 'scheduled') await secret.restore(arn)
  return secret.put(arn, await successor('row', current, previous), text, CURRENT, ...labels)
}

/**
 * A version that stands for no row. Where there is no secret, it is only made: CreateSecret knows no staging
 * labels, so the version comes when it is looked at again.
 */
export async function emptyRow(secret: SecretRequests, state: SecretState | undefined): Promise<Written> {
  if (state) return replaceRow(secret, state, emptyText(), EMPTY)
  await secret.create()
  return {}
}

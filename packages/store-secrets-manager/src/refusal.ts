/**
 * Answers that are no failure: no such secret or version; one is there already; the secret, or the one
 * that had its name, is marked for deletion; the staging label is not on that version.
 */
export type Refusal = 'missing' | 'exists' | 'marked' | 'misplaced'

export function refusalOf(error: unknown): Refusal | undefined {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' }
  if (name === 'ResourceNotFoundException') return 'missing'
  if (name === 'ResourceExistsException') return 'exists'
  // AWS has this one name for many states, and tells this one apart by its text only.
  if (name === 'InvalidRequestException' && /delet/i.test(message)) return 'marked'
  if (name === 'InvalidParameterException') return 'misplaced'
  return undefined
}

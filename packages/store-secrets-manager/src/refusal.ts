/**
 * Answers that are no failure: no such secret or version; one is there already; the secret, or the one
 * that had its name, is marked for deletion.
 */
export type Refusal = 'missing' | 'exists' | 'marked'

export function refusalOf(error: unknown): Refusal | undefined {
  const said = String(error)
  if (said.startsWith('ResourceNotFound')) return 'missing'
  if (said.startsWith('ResourceExists')) return 'exists'
  // AWS has this one name for many states, and tells this one apart by its text only.
  return /^InvalidRequest.*delet/i.test(said) ? 'marked' : undefined
}

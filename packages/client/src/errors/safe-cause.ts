/**
 * A copy of a foreign error that is safe to keep as a cause: its name, message, code and stack.
 * Drivers hang the failed command on their errors (ioredis: `command.args`, oauth4webapi:
 * `cause.body`), and with it the tokens that were in it.
 */
export function safeCause(error: unknown, secrets: readonly (string | undefined)[] = []): Error {
  if (!(error instanceof Error)) return new Error('A value that is no Error was thrown.')
  const copy = new Error(scrub(error.message, secrets)) as Error & { code?: string }
  copy.name = error.name
  if (error.stack !== undefined) copy.stack = scrub(error.stack, secrets)
  const { code = (error.cause as { code?: unknown } | undefined)?.code } = error as { code?: unknown }
  if (typeof code === 'string') copy.code = code
  // undici says only "fetch failed"; what failed is one level down.
  if (error.cause instanceof Error) copy.message += ` (${scrub(error.cause.message, secrets)})`
  return copy
}

/** The text without these secrets: a server may echo in its error what it was sent. */
export function scrub(text: string, secrets: readonly (string | undefined)[]): string {
  let clean = text
  for (const secret of secrets) {
    // A few letters are no secret, and taking them out would leave no word whole.
    if (!secret || secret.length < 6) continue
    // As it is, and as it looks in a form and in a URL.
    const form = new URLSearchParams({ s: secret }).toString().slice(2)
    for (const spelling of [secret, form, form.replaceAll('+', '%20')]) {
      clean = clean.replaceAll(spelling, '[secret]')
    }
  }
  return clean
}

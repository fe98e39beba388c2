import { type AuthManager, type CredentialKey, DecryptionError } from '@x/asana-auth-core'
import type { Command } from 'commander'
import type { CommandContext } from '../command-context.ts'
import { describeState } from '../status/describe-status.ts'
import { relativeTime } from '../status/relative-time.ts'
import { eachPage } from '../stores/each-page.ts'
import { printable } from '../terminal/printable.ts'
import { wholeNumber } from '../whole-number.ts'

interface ListOptions {
  readonly prefix?: string
  readonly limit?: number
  readonly long?: boolean
}

/** How many statuses are read at one time. */
const PAGE = 100

export function addList(program: Command, context: CommandContext): void {
  program
    .command('list')
    .summary('the subjects that have credentials')
    .description(
      'The subjects that have credentials, one a line as they come; with --json one document a line.',
    )
    .option('--prefix <text>', 'only subjects that begin with it')
    .option('--limit <count>', 'at most so many', wholeNumber)
    .option('--long', 'with their status: reads every credential')
    .action((options: ListOptions) => context.withAuth(auth => list(context, auth, options)))
}

async function list(context: CommandContext, auth: AuthManager, options: ListOptions): Promise<void> {
  const { prefix, limit = Number.POSITIVE_INFINITY, long = false } = options
  const { signal, console } = context
  let left = limit
  const pages = eachPage(cursor =>
    auth.listCredentials({
      limit: Math.min(PAGE, left),
      ...(cursor !== undefined && { cursor }),
      ...(prefix !== undefined && { subjectPrefix: prefix }),
    }),
  )
  for await (const { keys } of pages) {
    const shown = keys.slice(0, left)
    const lines = await Promise.all(shown.map(key => (long ? longLine(context, auth, key) : shortLine(key))))
    for (const { document, text } of lines) console.result(document, text)
    left -= shown.length
    if (left <= 0 || signal.aborted) break
  }
  signal.throwIfAborted()
}

interface Line {
  readonly document: object
  readonly text: string
}

function shortLine({ subject }: CredentialKey): Line {
  return { document: { subject }, text: printable(subject) }
}

async function longLine(
  { clock, console }: CommandContext,
  auth: AuthManager,
  { subject }: CredentialKey,
): Promise<Line> {
  try {
    const status = await auth.status(subject)
    const expiresAt = status.state === 'not_connected' ? undefined : status.expiresAt
    const expiry = expiresAt === undefined ? '' : `expires ${relativeTime(expiresAt, clock.now())}`
    const text = [printable(subject), describeState(status), console.style.dim(expiry)]
    return { document: { subject, ...status }, text: text.join('\t').trimEnd() }
  } catch (error) {
    // One row that does not open must not hide all the others.
    if (!(error instanceof DecryptionError)) throw error
    return {
      document: { subject, state: 'unreadable', reason: error.reason },
      text: `${printable(subject)}\tcannot be opened (${error.reason})`,
    }
  }
}

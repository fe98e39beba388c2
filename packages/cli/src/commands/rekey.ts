import type { Command } from 'commander'
import { IncompleteError, InterruptedError, UsageError } from '../cli-errors.ts'
import type { CommandContext } from '../command-context.ts'
import { countCredentials } from '../progress/count-credentials.ts'
import { cursorOption } from '../progress/cursor-option.ts'
import { progressFor } from '../progress/progress.ts'
import { MAKE_A_KEY, readEncryption } from '../settings/encryption-keys.ts'
import { counted } from '../terminal/counted.ts'

interface RekeyOptions {
  readonly cursor?: string
}

export function addRekey(program: Command, context: CommandContext): void {
  program
    .command('rekey')
    .summary('seal all credentials with the first key of ENCRYPTION_KEYS')
    .description(
      'Seals every credential with the first key of ENCRYPTION_KEYS. Safe beside live traffic, and safe to run again: ' +
        'what is sealed with that key already is left alone.',
    )
    .option('--cursor <cursor>', 'go on where an interrupted run stopped')
    .action((options: RekeyOptions) => rekey(context, options))
}

async function rekey(context: CommandContext, { cursor }: RekeyOptions): Promise<void> {
  if (!readEncryption(context.environment)) {
    throw new UsageError(
      `There is no key to seal with: set ENCRYPTION_KEYS; ${MAKE_A_KEY}`,
      'missing_setting',
    )
  }
  const { console, signal } = context
  const from = cursor === undefined ? {} : { cursor }
  const result = await context.withAuth(async auth => {
    const list = (next?: string) =>
      auth.listCredentials({ limit: 1000, ...(next !== undefined && { cursor: next }) })
    const progress = progressFor(console, 'sealed', context.clock)
    if (progress.wantsTotal) progress.total = await countCredentials(list, cursor, signal)
    try {
      return await auth.rekey({
        ...from,
        signal,
        onProgress: ({ scanned, resealed, cursor: next }) => progress.at(scanned, resealed, next),
      })
    } finally {
      progress.end()
    }
  })
  const { scanned, resealed, unreadable } = result
  console.result(
    { scanned, resealed, unreadable: unreadable.map(({ subject }) => subject), cursor: result.cursor },
    `Looked at ${counted(scanned, 'credential')} and sealed ${resealed} again.`,
  )
  if (result.cursor !== undefined) {
    throw new InterruptedError(`Interrupted. Go on with the same command and ${cursorOption(result.cursor)}`)
  }
  if (unreadable.length > 0) {
    const names = unreadable.slice(0, 10).map(({ subject }) => JSON.stringify(subject))
    throw new IncompleteError(
      `No key opens ${unreadable.length} of them: ${names.join(', ')}${unreadable.length > 10 ? ', …' : ''}. ` +
        'Add the key that sealed them to the end of ENCRYPTION_KEYS.',
      'unreadable',
    )
  }
}

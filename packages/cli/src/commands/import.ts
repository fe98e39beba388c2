import { readFile } from 'node:fs/promises'
import { VersionConflictError } from '@x/asana-auth-core'
import type { Command } from 'commander'
import { UsageError } from '../cli-errors.ts'
import type { CommandContext } from '../command-context.ts'
import { type ImportEntry, readEntries } from '../import/read-entries.ts'
import { readEncryption } from '../settings/encryption-keys.ts'
import { SealedStore } from '../stores/sealed-store.ts'
import { counted } from '../terminal/counted.ts'
import type { InputStream } from '../terminal/terminal.ts'
import { withAbort } from '../terminal/with-abort.ts'

interface ImportOptions {
  readonly overwrite?: boolean
}

export function addImport(program: Command, context: CommandContext): void {
  program
    .command('import')
    .summary('store credentials that another system exported')
    .description(
      'Stores credentials from JSON: an array, one object, or one object a line, each with "subject" and the ' +
        "members of OAuth's token response (access_token, refresh_token, expires_at, scope) or this project's names. " +
        'All of it is checked before anything is written.',
    )
    .argument('[file]', 'default, and "-": standard input')
    .option('--overwrite', 'replace what is stored for a subject; otherwise it stays')
    .action(async (file: string | undefined, options: ImportOptions) => {
      const text =
        file === undefined || file === '-'
          ? await textOf(context.terminal.stdin, context.signal)
          : await read(file)
      await importAll(context, readEntries(text), options.overwrite ?? false)
    })
}

async function importAll(
  context: CommandContext,
  entries: readonly ImportEntry[],
  overwrite: boolean,
): Promise<void> {
  const { console, environment, signal, clock } = context
  await context.withStore(async ({ store }) => {
    const sealed = new SealedStore(store, readEncryption(environment))
    let imported = 0
    let kept = 0
    for (const entry of entries) {
      signal.throwIfAborted()
      if (await importOne(sealed, entry, overwrite, clock.now())) imported += 1
      else kept += 1
    }
    const rest = kept === 0 ? '' : ` ${kept} were there already and stay: --overwrite replaces them.`
    console.result({ imported, kept }, `Imported ${counted(imported, 'credential')}.${rest}`)
  })
}

/** False when there is one already. */
async function importOne(
  sealed: SealedStore,
  { key, credentials }: ImportEntry,
  overwrite: boolean,
  now: number,
): Promise<boolean> {
  for (;;) {
    const stored = await sealed.store.get(key)
    if (stored && !overwrite) return false
    try {
      await sealed.write(key, { credentials, status: 'active', updatedAt: now }, stored?.version ?? null)
      return true
    } catch (error) {
      if (!(error instanceof VersionConflictError)) throw error
    }
  }
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new UsageError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
}

async function textOf(stdin: InputStream, signal: AbortSignal): Promise<string> {
  const decoder = new TextDecoder()
  const chunks = stdin[Symbol.asyncIterator]()
  let text = ''
  try {
    for (;;) {
      const { done, value } = await withAbort(chunks.next(), signal)
      if (done) return text + decoder.decode()
      text += typeof value === 'string' ? value : decoder.decode(value, { stream: true })
    }
  } finally {
    // One that is still open would keep the process alive.
    stdin.destroy?.()
  }
}

import { ASANA } from '@x/asana-auth-core'
import { type Command, Option } from 'commander'
import { IncompleteError, InterruptedError, UsageError } from '../cli-errors.ts'
import type { CommandContext } from '../command-context.ts'
import { type CopyProgress, copyAll } from '../migrate/copy-all.ts'
import { countCredentials } from '../progress/count-credentials.ts'
import { cursorOption } from '../progress/cursor-option.ts'
import { progressFor } from '../progress/progress.ts'
import { readEncryption } from '../settings/encryption-keys.ts'
import { setting } from '../settings/setting.ts'
import { targetEnvironment } from '../settings/target-environment.ts'
import { type OpenStore, openStore } from '../stores/open-store.ts'
import { SealedStore } from '../stores/sealed-store.ts'
import { storeKinds, storeSettings } from '../stores/store-settings.ts'
import { counted } from '../terminal/counted.ts'
import { addSchema } from './schema.ts'

interface MigrateOptions {
  readonly from?: string
  readonly to?: string
  readonly toNamespace?: string
  readonly dryRun?: boolean
  readonly cursor?: string
}

export function addMigrate(program: Command, context: CommandContext): void {
  const migrate = program
    .command('migrate')
    .summary('copy all credentials from one store to another')
    .description(
      'Copies all credentials from one store to another, sealed anew for where they go. Safe beside live traffic and ' +
        'safe to run again: a newer credential in the target stays. Where both stores read the same variable, ' +
        "TARGET_ in front of it is the target's: TARGET_REDIS_URL, TARGET_ENCRYPTION_KEYS, …",
    )
    .addOption(new Option('--from <kind>', 'default: --store').choices([...storeKinds]))
    .addOption(new Option('--to <kind>', 'where to').choices([...storeKinds]))
    .option('--to-namespace <name>', 'default: the same (TARGET_CREDENTIAL_NAMESPACE)')
    .option('--dry-run', 'tell what would be copied, write nothing')
    .option('--cursor <cursor>', 'go on where an interrupted run stopped')
    .action((options: MigrateOptions) => migrateCredentials(context, options))
  addSchema(migrate, context)
}

async function migrateCredentials(context: CommandContext, options: MigrateOptions): Promise<void> {
  if (options.to === undefined) throw new UsageError('Where to? Pass --to, and --from or --store.')
  const { environment } = context
  const target = targetEnvironment(environment)
  const sourceSettings = context.storeSettings(options.from)
  const { namespace } = sourceSettings
  const targetSettings = storeSettings(target, {
    store: options.to,
    namespace: options.toNamespace ?? setting(environment, 'TARGET_CREDENTIAL_NAMESPACE') ?? namespace,
  })
  await context.withStore(async from => {
    const to = await openStore(targetSettings)
    try {
      requireTwo(from, to)
      const progress = await copy(context, options, {
        source: new SealedStore(from.store, readEncryption(environment)),
        target: new SealedStore(to.store, readEncryption(target)),
      })
      tell(context, progress, options.dryRun ?? false)
    } finally {
      await to.close()
    }
  }, sourceSettings)
}

/** Nothing is gained by a copy onto itself, and it would only look as if it had worked. */
function requireTwo(from: OpenStore, to: OpenStore): void {
  const name = ({ store, place }: OpenStore) => [store.name, place, store.namespace].join(' ')
  if (name(from) !== name(to)) return
  throw new UsageError(
    'Source and target are the same store: set the TARGET_ variables, or --to-namespace.',
    'same_store',
  )
}

async function copy(
  { console, clock, signal }: CommandContext,
  { dryRun = false, cursor }: MigrateOptions,
  stores: { readonly source: SealedStore; readonly target: SealedStore },
): Promise<CopyProgress> {
  const { store } = stores.source
  const list = (from?: string) =>
    store.list({ provider: ASANA, limit: 1000, ...(from !== undefined && { cursor: from }) })
  const progress = progressFor(console, dryRun ? 'to copy' : 'copied', clock)
  if (progress.wantsTotal) progress.total = await countCredentials(list, cursor, signal)
  try {
    return await copyAll(
      { ...stores, dryRun },
      {
        signal,
        ...(cursor !== undefined && { cursor }),
        onProgress: ({ scanned, copied, updated, cursor: next }) =>
          progress.at(scanned, copied + updated, next),
      },
    )
  } finally {
    progress.end()
  }
}

function tell({ console }: CommandContext, progress: CopyProgress, dryRun: boolean): void {
  const { scanned, copied, updated, same, kept, gone, unreadable, unreadableKeys, cursor } = progress
  console.result(
    { dryRun, scanned, copied, updated, same, kept, gone, unreadable, cursor },
    `${dryRun ? 'Would have copied' : 'Copied'} ${copied} and brought ${updated} up to date, of ${counted(scanned, 'credential')}: ` +
      `${same} were there already, ${kept} are newer in the target, ${gone} were deleted meanwhile.`,
  )
  if (cursor !== undefined) {
    throw new InterruptedError(`Interrupted. Go on with the same command and ${cursorOption(cursor)}`)
  }
  if (unreadable > 0) {
    const names = unreadableKeys.map(({ subject }) => JSON.stringify(subject)).join(', ')
    throw new IncompleteError(
      `No key opens ${unreadable} of them (${names}${unreadable > unreadableKeys.length ? ', …' : ''}), in the source ` +
        'or in the target: add the key that sealed them to the end of ENCRYPTION_KEYS or TARGET_ENCRYPTION_KEYS.',
      'unreadable',
    )
  }
}

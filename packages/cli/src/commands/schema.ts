import { migrate, migrationSql } from '@x/asana-auth-store-postgres'
import type { Command } from 'commander'
import type { CommandContext } from '../command-context.ts'
import { openPool, tableOptions } from '../stores/postgres.ts'

export function addSchema(migrateCommand: Command, context: CommandContext): void {
  migrateCommand
    .command('schema')
    .summary("make the Postgres store's tables, or bring them up to date")
    .description(
      "Makes the Postgres store's tables in DATABASE_URL or brings them up to date, in one transaction; " +
        'does nothing when they are. Reads POSTGRES_SCHEMA and POSTGRES_TABLE_PREFIX.',
    )
    .option('--print', 'print the SQL, connect to nothing')
    .action(({ print = false }: { print?: boolean }) => (print ? printSql(context) : bringUpToDate(context)))
}

function printSql(context: CommandContext): void {
  const sql = migrationSql(tableOptions(context.storeSettings('postgres')))
  context.console.result({ sql }, sql.trimEnd())
}

async function bringUpToDate(context: CommandContext): Promise<void> {
  const settings = context.storeSettings('postgres')
  const { pool } = await openPool(settings)
  try {
    const migrations = await migrate(pool, tableOptions(settings))
    context.console.result(
      { migrations },
      migrations.length === 0
        ? 'The tables are up to date.'
        : migrations.map(id => `Ran migration ${id}.`).join('\n'),
    )
  } finally {
    await pool.end()
  }
}

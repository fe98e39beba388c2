import type { Command } from 'commander'
import { IncompleteError } from '../cli-errors.ts'
import type { CommandContext } from '../command-context.ts'
import { checkApp } from '../doctor/check-app.ts'
import { checkEndpoints } from '../doctor/check-endpoints.ts'
import { checkKeys } from '../doctor/check-keys.ts'
import { checkScopes } from '../doctor/check-scopes.ts'
import { checkStore, type StoreReport, storeFailure } from '../doctor/check-store.ts'
import type { Finding } from '../doctor/finding.ts'
import { counted } from '../terminal/counted.ts'
import { printable } from '../terminal/printable.ts'

export function addDoctor(program: Command, context: CommandContext): void {
  program
    .command('doctor')
    .summary('check the setup, and say how to mend it')
    .description(
      "Checks the environment, Asana's endpoints, the clock, the keys and the store, and says for each problem " +
        'how to mend it. Exit code 1 when something has to be. In Redis and Postgres it writes a row of its own and ' +
        'deletes it.',
    )
    .action(async () => {
      const findings = await examine(context)
      tell(context, findings)
      const failures = findings.filter(({ status }) => status === 'failure').length
      if (failures > 0) {
        throw new IncompleteError(`${counted(failures, 'check')} failed.`, 'checks_failed')
      }
    })
}

async function examine(context: CommandContext): Promise<readonly Finding[]> {
  const { environment, fetch, clock, signal } = context
  const { app, findings } = checkApp(environment)
  const { encryption, finding: keys } = checkKeys(environment)
  const network = { fetch, clock, signal }
  const endpoints = app ? await checkEndpoints(network, app) : []
  const store = await examineStore(context, encryption)
  const scopes = app ? [await checkScopes(network, context.manager({}), store.grantedScope)] : []
  return [...findings, ...scopes, ...endpoints, keys, ...store.findings]
}

async function examineStore(
  context: CommandContext,
  encryption: Parameters<typeof checkStore>[1],
): Promise<StoreReport> {
  try {
    return await context.withStore(({ store }) => checkStore(store, encryption))
  } catch (error) {
    // No store chosen, no address, no driver.
    return { findings: [storeFailure('store.settings', error)] }
  }
}

function tell({ console }: CommandContext, findings: readonly Finding[]): void {
  const { green, yellow, red, dim } = console.style
  const marks = { ok: green('✓'), warning: yellow('!'), failure: red('✗'), skipped: dim('-') }
  const width = Math.max(...findings.map(({ check }) => check.length))
  const lines = findings.map(({ check, status, message, fix }) => {
    const line = `${marks[status]} ${check.padEnd(width)}  ${printable(message)}`
    return fix === undefined ? line : `${line}\n${' '.repeat(width + 4)}${dim('→')} ${printable(fix)}`
  })
  console.result(
    { ok: findings.every(({ status }) => status !== 'failure'), checks: findings },
    lines.join('\n'),
  )
}

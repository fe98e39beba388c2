import type { Gate } from '../gate.ts'
import type { PublishedPackage } from '../repository/repository.ts'
import { type Budget, budgets } from './budgets.ts'
import { type BundleSize, bundleSize, withoutOperationTable } from './bundle-size.ts'

/** What an application ships to use a package stays within its budget. */
export const sizeGate: Gate = repository => checkSizes(repository.packages, budgets)

export async function checkSizes(packages: readonly PublishedPackage[], allowed: readonly Budget[]) {
  const sizes: string[] = []
  const problems: string[] = []
  for (const budget of allowed) {
    const published = packages.find(({ name }) => name === budget.package)
    if (!published) {
      problems.push(`${budget.package} has a budget (budgets.ts) and is not published: remove the budget.`)
      continue
    }
    const { whole, atStart } = await measure(published, budget)
    const name = [budget.package.replace('@x/asana-', ''), ...(budget.names ?? [])].join(' ')
    for (const [what, bytes, most] of [
      ['', whole, budget.maxBytes],
      [' at start', atStart, budget.maxBytesAtStart],
    ] as const) {
      if (most === undefined) continue
      sizes.push(`${name}${what} ${kilobytes(bytes)} of ${kilobytes(most)}`)
      if (bytes <= most) continue
      problems.push(
        `${budget.package}${budget.names ? ` (${budget.names.join()})` : ''} is ${kilobytes(bytes)} kB gzipped${what}, ${bytes - most} bytes over its budget of ` +
          `${kilobytes(most)} kB. Make it smaller, or raise the budget in budgets.ts and say why.`,
      )
    }
  }
  return { summary: `kB gzipped: ${sizes.join(', ')}`, problems }
}

async function measure(published: PublishedPackage, budget: Budget): Promise<BundleSize> {
  const table = withoutOperationTable()
  const plugins = budget.operationTable === 'apart' ? [table.plugin] : []
  const size = await bundleSize(published.name, published.folder, { ...budget, plugins })
  if (budget.operationTable === 'apart' && table.emptied() !== 1) {
    throw new Error(`${budget.package} should have one operation table and has ${table.emptied()}.`)
  }
  return size
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}

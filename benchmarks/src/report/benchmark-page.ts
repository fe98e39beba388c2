import type { Exhibit } from './section.ts'
import { markdownTable } from './table.ts'

/** The page with one section's tables and pictures replaced. */
export function withTables(page: string, key: string, exhibits: readonly Exhibit[], caption: string): string {
  const body = exhibits.map(({ name, table, chart }) =>
    [`![${chart.title}](benchmarks/${name}.svg)`, `**${table.title}**`, markdownTable(table)].join('\n\n'),
  )
  return withBlock(page, key, [...body, caption].join('\n\n'))
}

/**
 * The page with what is between two marks replaced.
 * @throws Error when the page has no such marks
 */
export function withBlock(page: string, key: string, body: string): string {
  const [begin, end] = [`<!-- bench:${key} -->`, `<!-- /bench:${key} -->`]
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has no place for ${key}: ${begin} … ${end}`)
  return `${page.slice(0, from + begin.length)}\n${body}\n${page.slice(to)}`
}

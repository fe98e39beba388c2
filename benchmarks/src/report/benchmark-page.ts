import type { Exhibit } from './section.ts'
import { markdownTable } from './table.ts'

/**
 * The page with one section's tables replaced: what is between its two marks.
 * @throws Error when the page has no marks for that section
 */
export function withTables(page: string, key: string, exhibits: readonly Exhibit[], caption: string): string {
  const [begin, end] = [`<!-- bench:${key} -->`, `<!-- /bench:${key} -->`]
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has no place for ${key}: ${begin} … ${end}`)
  const body = exhibits.map(({ name, table, chart }) =>
    [`![${chart.title}](benchmarks/${name}.svg)`, `**${table.title}**`, markdownTable(table)].join('\n\n'),
  )
  return `${page.slice(0, from + begin.length)}\n${body.join('\n\n')}\n\n${caption}\n${page.slice(to)}`
}

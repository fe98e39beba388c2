type Cell = string | number

export interface Table {
  readonly title: string
  readonly head: readonly string[]
  /** A row whose first cell begins with `ours` is set off. */
  readonly rows: readonly (readonly Cell[])[]
}

/** For a terminal: columns in line, numbers to the right. */
export function textTable({ title, head, rows }: Table): string {
  const lines = [head, ...rows.map(row => row.map(show))]
  const widths = head.map((_, column) => Math.max(...lines.map(line => (line[column] ?? '').length)))
  const draw = (line: readonly string[]) =>
    line
      .map((cell, column) =>
        isNumeric(rows, column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  const rule = widths.map(width => '─'.repeat(width)).join('  ')
  const [top = '', ...body] = lines.map(draw)
  return `${title}\n\n${[top, rule, ...body].join('\n')}\n`
}

/** The same in Markdown. */
export function markdownTable({ head, rows }: Table): string {
  const draw = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = head.map((_, column) => (isNumeric(rows, column) ? '---:' : '---'))
  const body = rows.map(row => {
    const cells = row.map(cell => escapeCell(show(cell)))
    return draw(isOurs(row[0]) ? cells.map(cell => cell && `**${cell}**`) : cells)
  })
  return [draw(head.map(escapeCell)), draw(rule), ...body].join('\n')
}

/** `1.44 x`, `54 x`: as exact as can be meant. */
export function times(ratio: number): string {
  return `${ratio < 10 ? ratio.toFixed(2) : Math.round(ratio).toLocaleString('en')}\u00a0x`
}

export function isOurs(label: Cell | undefined): boolean {
  return /^ours\b/.test(String(label))
}

const show = (cell: Cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell)

const escapeCell = (text: string) => text.replace(/\|/g, '\\|')

/** A column of numbers may have gaps and remarks such as `2.1 x`. */
function isNumeric(rows: Table['rows'], column: number): boolean {
  return rows.length > 0 && rows.every(row => /^[\d.,]*(\s[x%])?$|^–$/.test(show(row[column] ?? '')))
}

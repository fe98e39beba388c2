const WIDTH = 28

/** `[███████░░░░]  58%  5,800 of 10,000, 1,204 sealed`, no wider than the terminal. */
export function bar(done: number, total: number, changed: number, what: string, columns: number): string {
  // Rows may be added while it runs: never more than all.
  const part = total === 0 ? 1 : Math.min(done / total, 1)
  const filled = Math.floor(part * WIDTH)
  const percent = String(Math.floor(part * 100)).padStart(3)
  const count = (value: number) => value.toLocaleString('en')
  const text = `[${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}] ${percent}%  ${count(done)} of ${count(total)}, ${count(changed)} ${what}`
  return text.slice(0, Math.max(columns - 1, 10))
}

import { shellQuote } from '../completion/shell-quote.ts'

/** What to add to the command to go on there, ready to be pasted: cursors may hold whatever a subject does. */
export function cursorOption(cursor: string): string {
  return `--cursor ${/^[\w.,:=@%/+-]+$/.test(cursor) ? cursor : shellQuote(cursor)}`
}

import { InterruptedError } from '../cli-errors.ts'
import type { Terminal } from './terminal.ts'
import { withAbort } from './with-abort.ts'

/**
 * One line from standard input, asked for on standard error: standard output is for results.
 * @throws InterruptedError when the input ends without a line, or the signal says so
 */
export async function ask(
  { stdin, stderr }: Terminal,
  question: string,
  signal: AbortSignal,
): Promise<string> {
  stderr.write(question)
  const decoder = new TextDecoder()
  const lines = stdin[Symbol.asyncIterator]()
  let text = ''
  try {
    while (!text.includes('\n')) {
      const next = await withAbort(lines.next(), signal)
      if (next.done) {
        if (text.trim() === '') throw new InterruptedError('There was no answer.')
        break
      }
      text += typeof next.value === 'string' ? next.value : decoder.decode(next.value, { stream: true })
    }
  } finally {
    // Standard input that is still open would keep the process alive.
    stdin.destroy?.()
  }
  return (text.split('\n')[0] ?? '').trim()
}

/** True for y and yes. With `json` the question is a document, for whoever asks in our place. */
export async function confirm(
  terminal: Terminal,
  question: string,
  signal: AbortSignal,
  json: boolean,
): Promise<boolean> {
  const asked = json ? `${JSON.stringify({ question })}\n` : `${question} [y/N] `
  return /^y(es)?$/i.test(await ask(terminal, asked, signal))
}

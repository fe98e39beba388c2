import type { Environment } from '@x/asana-auth-core'
import { printable } from './printable.ts'
import { type Style, styleFor } from './style.ts'
import type { OutputStream, Terminal } from './terminal.ts'

/** One fact of a result: its label for people, its value. Undefined: left out. */
export type Fact = readonly [label: string, value: string | undefined]

/**
 * Where results and remarks go. Results go to standard output, all else to standard error, so that a
 * pipe gets nothing but results; with `json` every line of both is a JSON document.
 */
export class Console {
  readonly json: boolean
  readonly out: OutputStream
  readonly err: OutputStream
  /** For standard output. */
  readonly style: Style
  readonly #errStyle: Style

  constructor({ stdout, stderr, env }: Terminal & { readonly env: Environment }, json: boolean) {
    this.json = json
    this.out = stdout
    this.err = stderr
    this.style = styleFor(stdout, env)
    this.#errStyle = styleFor(stderr, env)
  }

  /** The result: the document with `--json`, else the text. */
  result(document: object, text: string): void {
    this.out.write(`${this.json ? JSON.stringify(document) : text}\n`)
  }

  /** The result as a list of labelled facts. */
  facts(document: object, facts: readonly Fact[]): void {
    const shown = facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
    const width = Math.max(...shown.map(({ label }) => label.length))
    const lines = shown.map(
      ({ label, value }) => `${this.style.dim(label.padEnd(width))}  ${printable(value)}`,
    )
    this.result(document, lines.join('\n'))
  }

  /** A remark for people; the document is for programs, when they have a use for it. */
  note(text: string, document?: object): void {
    if (!this.json) this.err.write(`${text}\n`)
    else if (document) this.err.write(`${JSON.stringify(document)}\n`)
  }

  error(code: string, message: string): void {
    this.err.write(
      this.json
        ? `${JSON.stringify({ error: { code, message } })}\n`
        : `${this.#errStyle.red('asana-auth:')} ${printable(message)}\n`,
    )
  }
}

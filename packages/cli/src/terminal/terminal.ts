import type { Environment } from '@x/asana-auth-core'

/** The part of a writable stream that is used. */
export interface OutputStream {
  write(text: string): unknown
  /** True when a person reads it. */
  readonly isTTY?: boolean | undefined
  /** Its width in characters, when it is a terminal. */
  readonly columns?: number | undefined
}

/** The part of a readable stream that is used. */
export interface InputStream extends AsyncIterable<string | Uint8Array> {
  /** True when a person writes it. */
  readonly isTTY?: boolean | undefined
  /** Lets the process end although nothing more was read. */
  destroy?(): unknown
}

/** What a command is run in: the streams and the environment of a process. */
export interface Terminal {
  readonly stdin: InputStream
  readonly stdout: OutputStream
  readonly stderr: OutputStream
  readonly env: Environment
}

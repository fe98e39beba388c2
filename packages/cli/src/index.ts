export { ExitCode } from './exit-code.ts'
export { type RunOptions, run } from './run.ts'
export type { InputStream, OutputStream, Terminal } from './terminal/terminal.ts'

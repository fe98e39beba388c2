import { type ChildProcess, spawn } from 'node:child_process'

// Reads until its standard input ends, which is when its parent lets go or dies, however it dies. A server that
// is still ending would put files where they have just been removed: it gets five seconds.
const script = `cat >/dev/null
kill -s "$0" -- "-$1" 2>/dev/null
tries=50
while kill -s 0 -- "-$1" 2>/dev/null && [ $tries -gt 0 ]; do sleep 0.1; tries=$((tries - 1)); done
kill -s KILL -- "-$1" 2>/dev/null
rm -rf -- "$2"`

/**
 * Watches over a server in place of this process: an exit handler does not run when a test worker is
 * killed, and the server would stay behind.
 */
export class Guardian {
  readonly #shell: ChildProcess

  constructor(processGroup: number, directory: string, signal: NodeJS.Signals) {
    const args = ['-c', script, signal.slice('SIG'.length), String(processGroup), directory]
    // In a group of its own, so that Ctrl-C does not take it away before it has done its work.
    this.#shell = spawn('sh', args, { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
    this.#shell.unref()
    // A pipe has an `unref` of its own that the type does not know: it must not keep the tests running.
    const input = this.#shell.stdin as (NodeJS.WritableStream & { unref?(): void }) | null
    input?.unref?.()
  }

  /** The server was stopped in an orderly way. */
  dismiss(): void {
    this.#shell.kill('SIGKILL')
  }
}

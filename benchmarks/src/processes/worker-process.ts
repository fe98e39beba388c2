import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

// The workers are files of the build, whoever starts them: the build or a test on the sources.
const workers = import.meta.url.includes('/src/')
  ? new URL('../../dist/', import.meta.url)
  : new URL('./', import.meta.url)

/** A real process that runs one of our workers: it gets its task, says it is ready, and answers. */
export class WorkerProcess {
  readonly child: ChildProcess

  constructor(file: string, task: object) {
    this.child = fork(fileURLToPath(new URL(file, workers)), [JSON.stringify(task)], {
      // Its output is for whoever reads ours; standard output is kept for the result.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
  }

  /** The next message. Rejects when the process ends instead. */
  async next(): Promise<unknown> {
    const over = new AbortController()
    const { signal } = over
    const gone = once(this.child, 'exit', { signal }).then(([code, signalName]) => {
      throw new Error(`The worker ended with ${signalName ?? code}.`)
    })
    const messages = once(this.child, 'message', { signal })
    // Whichever loses is called off.
    for (const loser of [gone, messages]) loser.catch(() => {})
    const [message] = (await Promise.race([messages, gone])) as [unknown]
    over.abort()
    return message
  }

  say(message: object): void {
    this.child.send(message)
  }

  /** Resolves when it has ended, by whatever. */
  async ended(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit')
  }
}

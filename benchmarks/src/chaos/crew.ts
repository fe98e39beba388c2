import { on, once } from 'node:events'
import type { ProcessTask } from '../processes/process-task.ts'
import { WorkerProcess } from '../processes/worker-process.ts'
import type { ChaosAnswer, ChaosOrder } from './chaos-worker.ts'

const FILE = './chaos-worker.js'

/** The processes of the application. Whoever was killed is replaced. */
export class Crew {
  readonly #task: ProcessTask
  readonly #workers: WorkerProcess[] = []
  #orders = 0

  private constructor(task: ProcessTask) {
    this.#task = task
  }

  static async start(task: ProcessTask, size: number): Promise<Crew> {
    const crew = new Crew(task)
    for (let i = 0; i < size; i++) crew.#workers.push(await crew.#spawn())
    return crew
  }

  get first(): WorkerProcess {
    const [worker] = this.#workers
    if (!worker) throw new Error('The crew is empty.')
    return worker
  }

  get size(): number {
    return this.#workers.length
  }

  /** Undefined when the worker died over it; a new one stands in its place then. */
  async ask(index: number, order: Omit<ChaosOrder, 'id'>): Promise<ChaosAnswer | undefined> {
    const worker = this.#workers[index]
    if (!worker) throw new RangeError(`There is no worker ${index}.`)
    this.#orders += 1
    const id = this.#orders
    const over = new AbortController()
    const answered = (async () => {
      for await (const [answer] of on(worker.child, 'message', { signal: over.signal })) {
        if ((answer as ChaosAnswer).id === id) return answer as ChaosAnswer
      }
      return undefined
    })()
    const died = once(worker.child, 'exit', { signal: over.signal }).then(() => undefined)
    // Whichever loses is called off.
    for (const loser of [answered, died]) loser.catch(() => {})
    worker.say({ ...order, id })
    const answer = await Promise.race([answered, died])
    over.abort()
    if (!answer) this.#workers[index] = await this.#spawn()
    return answer
  }

  async end(): Promise<void> {
    for (const { child } of this.#workers) child.kill('SIGKILL')
    await Promise.all(this.#workers.map(worker => worker.ended()))
  }

  async #spawn(): Promise<WorkerProcess> {
    const worker = new WorkerProcess(FILE, this.#task)
    await worker.next()
    return worker
  }
}

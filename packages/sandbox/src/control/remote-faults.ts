import type { FaultHandle, FaultRule } from '../faults/fault.ts'
import type { Sandbox } from '../sandbox.ts'
import type { ControlBody } from './control-body.ts'

/** Faults that other processes added: handles can't travel, numbers can. */
export class RemoteFaults {
  readonly #handles = new Map<number, FaultHandle>()
  #lastId = 0

  /** JSON has no Infinity and no RegExp: `times` may be "always", and `pathPattern` is an expression's source. */
  add(sandbox: Sandbox, body: ControlBody): { id: number } {
    const { pathPattern, times, ...rule } = body.all
    const source = typeof pathPattern === 'string' ? pathPattern : undefined
    const handle = sandbox.faults.add({
      ...(rule as unknown as FaultRule),
      ...(source === undefined ? {} : { path: new RegExp(source) }),
      ...(times === undefined
        ? {}
        : { times: times === 'always' ? Number.POSITIVE_INFINITY : Number(times) }),
    })
    this.#lastId += 1
    this.#handles.set(this.#lastId, handle)
    return { id: this.#lastId }
  }

  list(): { id: number; hits: number }[] {
    return [...this.#handles].map(([id, handle]) => ({ id, hits: handle.hits }))
  }

  remove(id: number): void {
    this.#handles.get(id)?.remove()
    this.#handles.delete(id)
  }

  clear(sandbox: Sandbox): void {
    sandbox.faults.clear()
    this.#handles.clear()
  }
}

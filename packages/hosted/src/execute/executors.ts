import type { AuthManager } from '@x/asana-auth-core'
import { BoundedMap } from '../bounded-map.ts'
import { subjectOf } from '../connectors/connector-access.ts'
import type { Connector } from '../registry/records.ts'
import type { Executor, MakeExecutor } from './executor.ts'

const MAX_KEPT = 2000

/**
 * One executor for each connector in use: its calls share what the client knows of the token's limits at
 * Asana. It keeps no token, so that one that is kept for long does no harm.
 */
export class Executors {
  readonly #make: MakeExecutor
  readonly #kept = new BoundedMap<string, { readonly auth: AuthManager; readonly executor: Executor }>(
    MAX_KEPT,
  )

  constructor(make: MakeExecutor) {
    this.#make = make
  }

  of(connector: Connector, auth: AuthManager): Executor {
    const key = keyOf(connector)
    const kept = this.#kept.get(key)
    // Another manager: the connector, or its organization, has another Asana app now.
    if (kept?.auth === auth) return kept.executor
    const executor = this.#make(auth, subjectOf(connector))
    this.#kept.set(key, { auth, executor })
    return executor
  }

  forget(connector: Connector): void {
    this.#kept.delete(keyOf(connector))
  }
}

function keyOf({ organizationId, id }: Connector): string {
  return `${organizationId}:${id}`
}

import { actionsOf, entityNames } from '../actions/catalogue.ts'
import type { ExecuteOptions, Executing } from '../executor.ts'

type Methods = Readonly<
  Record<string, (params?: Record<string, unknown>, options?: ExecuteOptions) => unknown>
>

/** Gives a class one property for each entity, with one method for each of its actions. */
export function addAccessors(prototype: Executing): void {
  for (const entity of entityNames()) {
    Object.defineProperty(prototype, entity, {
      configurable: true,
      get(this: Executing) {
        const methods: Methods = Object.fromEntries(
          actionsOf(entity).map(({ name }) => [
            name,
            (params?: Record<string, unknown>, options?: ExecuteOptions) =>
              this.execute(entity, name, params, options),
          ]),
        )
        // Made once for each connector, and only for entities that are used.
        Object.defineProperty(this, entity, { value: methods })
        return methods
      },
    })
  }
}

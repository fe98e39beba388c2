import type { ScenarioSettings, Step } from '../scenario/settings.ts'

/** Something that JavaScript runs on. */
export interface Runtime {
  readonly name: string
  /** The version that is tested. */
  readonly version: string
  /**
   * Gets the runtime if need be, and runs the scenario on it.
   * @throws {Error} if it cannot be had, or does not run at all
   */
  run(settings: ScenarioSettings): Promise<readonly Step[]>
}

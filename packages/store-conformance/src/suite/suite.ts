import { type CreateStore, Scene } from './scene.ts'
import type { SuiteSettings } from './suite-options.ts'
import { type TestRunner, testDefinition } from './test-runner.ts'

/** Why a case does not apply; anything else than a text: it does. */
export type SkipReason = string | false | undefined

/** Where the concerns put their cases. */
export class Suite<Store extends object, Settings extends SuiteSettings> {
  readonly settings: Settings
  readonly #runner: TestRunner
  readonly #createStore: CreateStore<Store>

  constructor(runner: TestRunner, createStore: CreateStore<Store>, settings: Settings) {
    this.#runner = runner
    this.#createStore = createStore
    this.settings = settings
  }

  /** For cases that need two instances on one backend. */
  get unlessShared(): SkipReason {
    return !this.settings.shared && 'every instance keeps its own data (options.shared is false)'
  }

  /** A group of cases under one heading. */
  concern(name: string, define: () => void): void {
    this.#runner.describe(name, define)
  }

  /** One case: it gets a namespace of its own, and whatever it opens is closed. */
  case(name: string, body: (scene: Scene<Store>) => Promise<void>, skip?: SkipReason): void {
    const define = testDefinition(this.#runner)
    const options = { timeout: this.settings.timeoutMs }
    const run = async () => {
      const scene = new Scene(this.#createStore, this.settings)
      try {
        await body(scene)
      } catch (error) {
        // What went wrong first is what is to be seen.
        await scene.close().catch(() => {})
        throw error
      }
      await scene.close()
    }
    // A case that silently does not run would pass for one that passes: the name carries the reason.
    if (typeof skip === 'string') define.skip(`${name} [skipped: ${skip}]`, options, run)
    else define(name, options, run)
  }
}

import { type CreateStore, Scene } from './scene.ts'
import { realTime, type SuiteSettings } from './suite-options.ts'
import { type TestRunner, testDefinition } from './test-runner.ts'
import { WaitTogether } from './wait-together.ts'

/** Why a case does not apply; anything else than a text: it does. */
export type SkipReason = string | false | undefined

/** Where the concerns put their cases. */
export class Suite<Store extends object, Settings extends SuiteSettings> {
  readonly settings: Settings
  readonly #runner: TestRunner
  readonly #createStore: CreateStore<Store>
  #together: WaitTogether | undefined

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

  /**
   * The same for cases that let time pass. Real time passes for all of them at once; a clock that the options
   * move is moved by each case for itself, so those run one after the other.
   */
  waitingConcern(name: string, define: () => void): void {
    this.concern(name, () => {
      this.#together = this.settings.sleep === realTime ? new WaitTogether() : undefined
      define()
      this.#together = undefined
    })
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
    else define(name, options, this.#together?.add(run) ?? run)
  }
}

import type { Step } from './scenario/settings.ts'

/** How the scenario went on one runtime. */
export interface Outcome {
  readonly runtime: string
  readonly version: string
  readonly durationMs: number
  readonly steps: readonly Step[]
}

export function failureOf({ steps }: Outcome): Step | undefined {
  return steps.find(({ failure }) => failure !== undefined)
}

/** One line of the table. */
export function row(outcome: Outcome): string {
  const { runtime, version, durationMs, steps } = outcome
  const failure = failureOf(outcome)
  const held = steps.filter(({ failure }) => failure === undefined)
  const text = failure ? `failed ${failure.name}` : held.map(({ name }) => name).join(', ')
  const seconds = `${(durationMs / 1000).toFixed(1)} s`
  return [failure ? '✘' : '✔', runtime.padEnd(8), version.padEnd(12), seconds.padStart(6), ` ${text}`].join(
    ' ',
  )
}

import type { Stage } from './stage.ts'

/** One step: does it, and returns a line on what happened. What it throws ends the story. */
export interface Step {
  readonly name: string
  readonly run: (stage: Stage) => Promise<string>
}

export interface Result {
  readonly ok: boolean
  readonly steps: readonly { readonly name: string; readonly ok: boolean; readonly ms: number }[]
  readonly tokenRequests: Readonly<
    Record<'total' | 'authorization_code' | 'refresh_token' | 'refused', number>
  >
}

/** Runs the steps in order, up to the first that fails. */
export async function tell(
  story: readonly Step[],
  stage: Stage,
  write: (text: string) => void,
): Promise<Result> {
  const steps: Result['steps'][number][] = []
  write('\nThe life of a connection\n\n')
  for (const [at, { name, run }] of story.entries()) {
    write(`${String(at + 1).padStart(2)}. ${name}\n`)
    const start = performance.now()
    const outcome = await run(stage).then(
      said => ({ ok: true, said }),
      (error: unknown) => ({
        ok: false,
        said: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      }),
    )
    const ms = Math.round((performance.now() - start) * 10) / 10
    steps.push({ name, ok: outcome.ok, ms })
    write(`    ${outcome.ok ? '✓' : '✗'} ${outcome.said}  (${ms} ms)\n`)
    if (!outcome.ok) break
  }
  const { token } = stage.sandbox.counters
  const result: Result = {
    ok: steps.length === story.length && steps.every(step => step.ok),
    steps,
    tokenRequests: {
      total: token.total,
      authorization_code: token.authorization_code.total,
      refresh_token: token.refresh_token.total,
      refused: token.total - token.ok,
    },
  }
  write(`\n${result.ok ? 'Done' : 'Failed'}: ${token.total} requests at the token endpoint in all.\n\n`)
  return result
}

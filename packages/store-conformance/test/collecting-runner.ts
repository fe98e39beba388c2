import type { DefineTest, TestRunner } from '../src/index.ts'

export interface CaseResult {
  /** The innermost heading: the concern. */
  readonly concern: string
  readonly name: string
  readonly outcome: 'passed' | 'failed' | 'skipped'
  readonly error?: unknown
}

/** A runner that collects its tests, runs them one after the other and tells how they ended. */
export class CollectingRunner implements TestRunner {
  readonly #headings: string[] = []
  /** Without a body: skipped. */
  readonly cases: { concern: string; name: string; body?: () => Promise<void> }[] = []

  describe(name: string, body: () => void): void {
    this.#headings.push(name)
    body()
    this.#headings.pop()
  }

  get it(): DefineTest {
    const add = (name: string, body?: () => Promise<void>) => {
      this.cases.push({ concern: this.#headings.at(-1) ?? '', name, ...(body && { body }) })
    }
    const define = (name: string, _options: unknown, body: () => Promise<void>) => add(name, body)
    return Object.assign(define, { skip: (name: string) => add(name) })
  }

  /** Only the cases under these headings will run. */
  keep(wanted: (concern: string) => boolean): void {
    const kept = this.cases.filter(({ concern }) => wanted(concern))
    this.cases.splice(0, this.cases.length, ...kept)
  }

  async run(): Promise<CaseResult[]> {
    const results: CaseResult[] = []
    for (const { concern, name, body } of this.cases)
      results.push({ concern, name, ...(await outcomeOf(body)) })
    return results
  }
}

async function outcomeOf(
  body: (() => Promise<void>) | undefined,
): Promise<Omit<CaseResult, 'concern' | 'name'>> {
  if (!body) return { outcome: 'skipped' }
  try {
    await body()
    return { outcome: 'passed' }
  } catch (error) {
    return { outcome: 'failed', error }
  }
}

/** The concerns with a failure, sorted. */
export function concernsThatFail(results: readonly CaseResult[]): string[] {
  return [
    ...new Set(results.filter(({ outcome }) => outcome === 'failed').map(({ concern }) => concern)),
  ].sort()
}

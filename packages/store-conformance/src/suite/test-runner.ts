/** Defines one test, as `it` of vitest and of node:test do. */
export interface DefineTest {
  (name: string, options: { readonly timeout: number }, body: () => Promise<void>): unknown
  /** The same for a test that does not run; the name says why. */
  skip(name: string, options: { readonly timeout: number }, body: () => Promise<void>): unknown
}

/** What the suite needs of a test runner: `import { describe, it } from 'vitest'` or from `'node:test'`. */
export interface TestRunner {
  describe(name: string, body: () => void): unknown
  /** `it` or `test`: one of them must be there. */
  readonly it?: DefineTest
  readonly test?: DefineTest
}

export function testDefinition(runner: TestRunner): DefineTest {
  const define = runner.it ?? runner.test
  if (define) return define
  throw new TypeError('The suite needs `it` or `test`: testCredentialStore({ describe, it }, createStore).')
}

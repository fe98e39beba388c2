import type { OneTimeStore } from '@x/asana-auth-core'
import type { Suite } from '../suite/suite.ts'
import type { SuiteOptions, SuiteSettings } from '../suite/suite-options.ts'

/** What `testOneTimeStore` can be told. */
export type OneTimeStoreOptions = SuiteOptions

export type OneTimeSuite = Suite<OneTimeStore, SuiteSettings>

import { isEqual } from '../suite/assertions.ts'
import { lacksCapability } from '../suite/store-errors.ts'
import type { CredentialSuite } from './credential-suite.ts'
import { keyOf, recordOf } from './records.ts'

const key = keyOf('user-1')

export function missingCapabilities(suite: CredentialSuite): void {
  const { capabilities } = suite.settings
  suite.concern('capabilities', () => {
    suite.case('are what the options of this suite say', async scene => {
      const store = await scene.open()
      const { cas, lease, list } = store.capabilities
      isEqual({ cas, lease, list }, capabilities, 'store.capabilities')
    })

    if (!capabilities.cas) {
      suite.case('without cas, a condition is refused, never ignored', async scene => {
        const store = await scene.open()
        const version = await store.put(key, recordOf('first'))
        for (const ifVersion of [version, null]) {
          await lacksCapability(store.put(key, recordOf('second'), { ifVersion }), 'A conditional put')
        }
        await lacksCapability(store.delete(key, { ifVersion: version }), 'A conditional delete')
        isEqual((await store.get(key))?.record, recordOf('first'), 'Nothing was written')
      })
    }

    if (!capabilities.lease) {
      suite.case('without lease, a lease is refused, never pretended', async scene => {
        const store = await scene.open()
        await lacksCapability(store.acquireLease(key, { ttlMs: 60_000 }), 'A lease')
      })
    }

    if (!capabilities.list) {
      suite.case('without list, a listing is refused, never empty', async scene => {
        const store = await scene.open()
        await lacksCapability(store.list({ provider: 'asana' }), 'A listing')
      })
    }
  })
}

import { ServedStore } from '../served-store.ts'
import type { BrokenStore } from './broken-store.ts'

class ClaimsLess extends ServedStore {
  override readonly capabilities = { cas: true, lease: true, list: false }
}

export const brokenCapabilities: readonly BrokenStore[] = [
  { flaw: 'claims another capability than the options say', store: ClaimsLess, foundBy: ['capabilities'] },
  {
    flaw: 'lists nothing where it says that it cannot list',
    store: class extends ClaimsLess {
      override async list() {
        return { keys: [] }
      }
    },
    foundBy: ['capabilities'],
    options: { capabilities: { list: false } },
  },
  {
    flaw: 'leases where it says that it cannot',
    store: class extends ServedStore {
      override readonly capabilities = { cas: true, lease: false, list: true }
    },
    foundBy: ['capabilities'],
    options: { capabilities: { lease: false } },
  },
  {
    flaw: 'ignores conditions where it says that it has none',
    store: class extends ServedStore {
      override readonly capabilities = { cas: false, lease: true, list: true }
      override put(...[key, record]: Parameters<ServedStore['put']>) {
        return super.put(key, record)
      }
    },
    foundBy: ['capabilities'],
    options: { capabilities: { cas: false } },
  },
]

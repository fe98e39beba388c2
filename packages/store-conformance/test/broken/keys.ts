import type { CredentialKey, CredentialPage, ListOptions } from '@x/asana-auth-core'
import { ServedStore } from '../served-store.ts'
import type { BrokenStore } from './broken-store.ts'

class JoinsWithColons extends ServedStore {
  protected override inner({ provider, subject }: CredentialKey): CredentialKey {
    return { provider: this.namespace, subject: `${provider}:${subject}` }
  }

  override async list({ provider, subjectPrefix = '', ...rest }: ListOptions): Promise<CredentialPage> {
    this.server.check('list')
    const { subject } = this.inner({ provider, subject: subjectPrefix })
    const { keys, cursor } = await this.rows.list({
      ...rest,
      provider: this.namespace,
      subjectPrefix: subject,
    })
    return {
      keys: keys.map(key => ({ provider, subject: key.subject.slice(provider.length + 1) })),
      ...(cursor !== undefined && { cursor }),
    }
  }
}

class IgnoresCase extends ServedStore {
  protected override inner(key: CredentialKey): CredentialKey {
    return super.inner({ ...key, subject: key.subject.toLowerCase() })
  }
}

class Trims extends ServedStore {
  protected override inner(key: CredentialKey): CredentialKey {
    return super.inner({ ...key, subject: key.subject.trim() })
  }
}

class Normalises extends ServedStore {
  protected override inner(key: CredentialKey): CredentialKey {
    return super.inner({ ...key, subject: key.subject.normalize() })
  }
}

class CutsKeys extends ServedStore {
  protected override inner(key: CredentialKey): CredentialKey {
    return super.inner({ ...key, subject: key.subject.slice(0, 255) })
  }
}

class IgnoresNamespaces extends ServedStore {
  protected override inner(key: CredentialKey): CredentialKey {
    return key
  }
}

class JoinsNamespacesWithColons extends ServedStore {
  protected override inner({ provider, subject }: CredentialKey): CredentialKey {
    return { provider: `${this.namespace}:${provider}`, subject }
  }
}

class ListsAllNamespaces extends ServedStore {
  override async list(options: ListOptions): Promise<CredentialPage> {
    const own = await super.list(options)
    if (own.cursor !== undefined) return own
    const other = await new ServedStore(this.server, `${this.namespace}-2`).list({
      provider: options.provider,
    })
    return { keys: [...own.keys, ...[...other.keys].reverse()].slice(0, options.limit) }
  }
}

class LeasesAcrossNamespaces extends ServedStore {
  override acquireLease(key: CredentialKey, options: { readonly ttlMs: number }) {
    const ofAll = this.namespace.replace(/-2$/, '')
    return new ServedStore(this.server, ofAll).acquireLease(key, options)
  }
}

class ServesAnotherNamespace extends ServedStore {
  constructor(...[server, namespace]: ConstructorParameters<typeof ServedStore>) {
    super(server, `${namespace}:credentials`)
  }
}

const lookAlikes = ['listing by prefix', 'odd keys']

export const brokenKeys: readonly BrokenStore[] = [
  { flaw: 'joins provider and subject with a colon', store: JoinsWithColons, foundBy: ['odd keys'] },
  { flaw: 'ignores case', store: IgnoresCase, foundBy: lookAlikes },
  { flaw: 'trims its keys', store: Trims, foundBy: lookAlikes },
  { flaw: 'normalises its keys', store: Normalises, foundBy: lookAlikes },
  { flaw: 'cuts its keys off at 255', store: CutsKeys, foundBy: ['odd keys'] },
  { flaw: 'ignores its namespace', store: IgnoresNamespaces, foundBy: ['namespaces'] },
  {
    flaw: 'joins namespace and provider with a colon',
    store: JoinsNamespacesWithColons,
    foundBy: ['namespaces'],
  },
  { flaw: 'lists another namespace, too', store: ListsAllNamespaces, foundBy: ['namespaces'] },
  { flaw: 'leases across namespaces', store: LeasesAcrossNamespaces, foundBy: ['namespaces'] },
  {
    flaw: 'says another namespace than it was given',
    store: ServesAnotherNamespace,
    foundBy: ['get, put, delete'],
  },
]

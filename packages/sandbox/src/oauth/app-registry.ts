import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { GidSequence } from '../state/gid.ts'
import type { AppRegistration, RegisteredApp } from './app.ts'
import { isKnownScope } from './scope-catalogue.ts'

export const outOfBandUri = 'urn:ietf:wg:oauth:2.0:oob'

export class AppRegistry {
  readonly #apps = new Map<string, RegisteredApp>()
  readonly #gids: GidSequence

  constructor(gids: GidSequence) {
    this.#gids = gids
  }

  register(registration: AppRegistration): RegisteredApp {
    const { name, redirectUris, scopes = 'full', clientId, clientSecret } = registration
    for (const uri of redirectUris) assertRegistrable(uri)
    if (scopes !== 'full') {
      for (const scope of scopes) if (!isKnownScope(scope)) throw new TypeError(`Not a scope: ${scope}`)
    }
    const app: RegisteredApp = {
      clientId: clientId ?? this.#gids.next(),
      clientSecret: clientSecret ?? randomBytes(16).toString('hex'),
      name: name ?? 'Sandbox app',
      redirectUris: [...redirectUris],
      scopes: scopes === 'full' ? 'full' : [...scopes],
    }
    if (this.#apps.has(app.clientId)) throw new TypeError(`An app with client id ${app.clientId} exists`)
    this.#apps.set(app.clientId, app)
    return app
  }

  find(clientId: string | undefined): RegisteredApp | undefined {
    return clientId === undefined ? undefined : this.#apps.get(clientId)
  }
}

export function secretMatches(app: RegisteredApp, secret: string | undefined): boolean {
  const expected = Buffer.from(app.clientSecret)
  const given = Buffer.from(secret ?? '')
  return expected.length === given.length && timingSafeEqual(expected, given)
}

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]']

function assertRegistrable(uri: string): void {
  if (uri === outOfBandUri) return
  const url = URL.canParse(uri) ? new URL(uri) : undefined
  const loopback = url?.protocol === 'http:' && loopbackHosts.includes(url.hostname)
  // It is sent back in a header as it is: no spaces, no letters beyond ASCII.
  const plain = /^[\x21-\x7e]+$/.test(uri)
  if (plain && (url?.protocol === 'https:' || loopback) && url?.hash === '') return
  throw new TypeError(`Asana takes https redirect URLs, or http on loopback, without a fragment: not ${uri}`)
}

import { randomBytes } from 'node:crypto'
import { ConfigurationError } from '@x/asana-auth-core'
import { hashClientSecret, newClientSecret } from '../auth/client-secret.ts'
import { newId } from '../new-id.ts'
import { parseRedirectUrl } from '../oauth/redirect-url.ts'
import type { HostedRegistry } from '../registry/hosted-registry.ts'
import type { ApiClient } from '../registry/records.ts'

/** What a backend authenticates with. The secret is shown this once and stored nowhere. */
export interface NewClient {
  readonly organizationId: string
  readonly clientId: string
  readonly clientSecret: string
}

/** Who is to use the server. */
export interface NewOrganization {
  readonly name: string
  /**
   * Where a consent may lead back to: `https://you.example/oauth/` allows every path below, a path
   * without a slash at the end itself and what is below it. http only on loopback.
   */
  readonly redirectUrls: readonly string[]
}

/** A new organization with its first client. @throws ConfigurationError `invalid_option`, StoreUnavailableError */
export async function createOrganization(
  registry: HostedRegistry,
  { name, redirectUrls }: NewOrganization,
): Promise<NewClient> {
  checkRedirectUrls(redirectUrls)
  const createdAt = Date.now()
  const organizationId = newId(createdAt)
  const { client, secret } = await makeClient(organizationId, createdAt)
  await registry.addOrganization({ id: organizationId, name, redirectUrls, createdAt }, client)
  return { organizationId, clientId: client.clientId, clientSecret: secret }
}

/** Another client of an organization: to rotate its secret, add one, switch to it, remove the old one. */
export async function createClient(registry: HostedRegistry, organizationId: string): Promise<NewClient> {
  if (!(await registry.findOrganization(organizationId))) {
    throw new ConfigurationError(
      'invalid_option',
      `There is no organization ${JSON.stringify(organizationId)}.`,
    )
  }
  const { client, secret } = await makeClient(organizationId, Date.now())
  await registry.addClient(client)
  return { organizationId, clientId: client.clientId, clientSecret: secret }
}

/** @throws ConfigurationError `invalid_option` */
export function checkRedirectUrls(redirectUrls: readonly string[]): void {
  for (const entry of redirectUrls) {
    if (parseRedirectUrl(entry)?.search === '') continue
    throw new ConfigurationError(
      'invalid_option',
      `The redirect URL ${JSON.stringify(entry)} must be an https URL (http on loopback only) without user name, query, fragment or dot segments.`,
    )
  }
}

async function makeClient(
  organizationId: string,
  createdAt: number,
): Promise<{ readonly client: ApiClient; readonly secret: string }> {
  const secret = newClientSecret()
  const clientId = randomBytes(16).toString('hex')
  const secretHash = await hashClientSecret(secret)
  return { client: { clientId, organizationId, secretHash, createdAt }, secret }
}

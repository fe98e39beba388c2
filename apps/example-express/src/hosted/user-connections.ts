import { HostedError, type HostedErrorItem } from '@x/asana-connector'
import type { HostedSettings } from './hosted-settings.ts'

/** One user's connections on a hosted server: what `@x/asana-connector` has no method for. */
export interface UserConnections {
  readonly ids: readonly string[]
  /** Gives a connection the tokens of a new consent. */
  renew(id: string, secretId: string): Promise<void>
  /** Revokes and forgets. @returns whether Asana was told */
  remove(id: string): Promise<boolean>
}

type Json = Readonly<Record<string, unknown>>

const TIMEOUT_MS = 10_000
const CONNECTORS = '/integrations/connectors'

/**
 * With a token that is good for this user alone, so that no mistake here can reach another's connection.
 * @throws HostedError
 */
export async function openConnections(settings: HostedSettings, user: string): Promise<UserConnections> {
  const call = (token: string | undefined, method: string, path: string, body?: Json) =>
    send(settings, { token, method, path, body })
  const { clientId: client_id, clientSecret: client_secret } = settings
  const operator = await call(undefined, 'POST', '/account/applications/token', { client_id, client_secret })
  const scoped = await call(text(operator, 'access_token'), 'POST', '/embedded/scoped-token', {
    external_user_id: user,
  })
  const token = text(scoped, 'token')
  const { data } = await call(token, 'GET', CONNECTORS)
  const connectors: readonly Json[] = Array.isArray(data) ? data : []
  return {
    ids: connectors.map(connector => text(connector, 'id')),
    renew: async (id, secretId) => {
      await call(token, 'PATCH', `${CONNECTORS}/${id}`, { server_side_oauth_secret_id: secretId })
    },
    remove: async id => (await call(token, 'DELETE', `${CONNECTORS}/${id}`))['revoked'] === true,
  }
}

function text(answer: Json, name: string): string {
  const value = answer[name]
  if (typeof value === 'string') return value
  throw new HostedError(`The hosted server’s answer has no ${name}. Check HOSTED_URL.`, {
    code: 'hosted_invalid_answer',
  })
}

interface Call {
  readonly token: string | undefined
  readonly method: string
  /** Below `/v1`. */
  readonly path: string
  readonly body: Json | undefined
}

async function send({ baseUrl }: HostedSettings, { token, method, path, body }: Call): Promise<Json> {
  const response = await fetch(`${baseUrl}/v1${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: body ? JSON.stringify(body) : null,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    // A redirect could take the token to another host.
    redirect: 'manual',
  }).catch(() => {
    throw new HostedError(`The hosted server did not answer ${method} ${path}.`, {
      code: 'hosted_unreachable',
    })
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok && typeof answer === 'object' && answer !== null) return answer as Json
  const { message, errors } = (answer ?? {}) as Json
  const items: readonly HostedErrorItem[] = Array.isArray(errors) ? errors : []
  throw new HostedError(`${method} ${path}: ${message ?? `status ${response.status}`}`, {
    code: items[0]?.error_code ?? 'hosted_invalid_answer',
    status: response.status,
    errors: items,
  })
}

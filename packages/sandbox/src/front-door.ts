import type { ConsentDesk } from './consent/consent-desk.ts'
import { consentEndpoint } from './consent/consent-endpoint.ts'
import { consentPath } from './consent/consent-page.ts'
import { errorPage } from './consent/message-pages.ts'
import { controlBase } from './control/control-target.ts'
import type { EndpointName } from './http/endpoint.ts'
import type { Reply } from './http/reply.ts'
import { jsonReply } from './http/reply.ts'
import type { Target } from './http/target.ts'
import { authorizationEndpoint } from './oauth/authorization-endpoint.ts'
import { oauthStatusReply } from './oauth/oauth-error.ts'
import { revocationEndpoint } from './oauth/revocation-endpoint.ts'
import { tokenEndpoint } from './oauth/token-endpoint.ts'
import { tokenInfoEndpoint } from './oauth/token-info-endpoint.ts'
import { authorizationServerMetadata, openidConfiguration } from './openid/metadata.ts'
import { userinfoEndpoint } from './openid/userinfo-endpoint.ts'
import type { Realm } from './realm.ts'
import type { Api } from './rest/api.ts'
import { apiStatusReply } from './rest/core/api-error.ts'

const formBytes = 64 * 1024
const apiBase = '/api/1.0'

/** Decides where each request goes: the paths are Asana's. */
export function createFrontDoor(
  realm: Realm,
  consents: ConsentDesk,
  api: Api,
  control: (path: string) => Target,
): (method: string, path: string) => Target {
  const endpoint = (
    name: EndpointName,
    handle: Target['handle'],
    errorReply: (status: number) => Reply = oauthStatusReply,
  ): ((path: string) => Target) => {
    return path => ({ endpoint: name, path, maxBodyBytes: formBytes, handle, errorReply })
  }
  const pageStatus = (status: number) => errorPage({ code: 'error', description: `HTTP ${status}` }, status)
  const endpoints = new Map<string, (path: string) => Target>([
    [
      'GET /-/oauth_authorize',
      endpoint('authorize', exchange => authorizationEndpoint(realm, consents, exchange), pageStatus),
    ],
    [
      `POST ${consentPath}`,
      endpoint('consent', exchange => consentEndpoint(realm, consents, exchange), pageStatus),
    ],
    ['POST /-/oauth_token', endpoint('token', exchange => tokenEndpoint(realm, exchange))],
    ['POST /-/oauth_revoke', endpoint('revoke', exchange => revocationEndpoint(realm, exchange))],
    ['POST /-/token_info', endpoint('token_info', exchange => tokenInfoEndpoint(realm, exchange))],
    [
      'GET /.well-known/oauth-authorization-server',
      endpoint('discovery', () => authorizationServerMetadata(realm)),
    ],
    [
      `GET ${apiBase}/.well-known/openid-configuration`,
      endpoint('discovery', () => openidConfiguration(realm)),
    ],
    [
      `GET ${apiBase}/openid_connect/jwks`,
      endpoint('jwks', async () => jsonReply(200, await realm.signingKey.jwks())),
    ],
    [
      `GET ${apiBase}/openid_connect/userinfo`,
      endpoint('userinfo', exchange => userinfoEndpoint(realm, exchange), apiStatusReply),
    ],
  ])

  return (method, path) => {
    const known = endpoints.get(`${method} ${path}`)
    if (known !== undefined) return known(path)
    if (path === apiBase || path.startsWith(`${apiBase}/`))
      return apiTarget(api, method, path.slice(apiBase.length))
    if (path.startsWith(`${controlBase}/`)) return control(path)
    return nowhere(path)
  }
}

function apiTarget(api: Api, method: string, path: string): Target {
  const match = api.find(method, path)
  return {
    endpoint: 'api',
    path,
    ...(match === undefined ? {} : { template: match.route.template }),
    maxBodyBytes: match?.route.maxBodyBytes ?? formBytes,
    admit: exchange => api.admit(exchange, match),
    handle: exchange => api.handle(match, path, exchange),
    errorReply: apiStatusReply,
  }
}

function nowhere(path: string): Target {
  const notFound: Reply = {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: 'Not Found',
  }
  return {
    endpoint: 'other',
    path,
    maxBodyBytes: formBytes,
    handle: () => notFound,
    errorReply: () => notFound,
  }
}

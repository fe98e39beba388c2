/** The endpoints that faults, latency and counters can name. */
export const endpointNames = [
  'authorize',
  'consent',
  'token',
  'revoke',
  'token_info',
  'discovery',
  'jwks',
  'userinfo',
  'api',
  'download',
] as const

export type EndpointName = (typeof endpointNames)[number]

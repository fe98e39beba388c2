/** The environment variables a process has, as far as we are concerned. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Where each field is looked for; the first that is set and not empty wins. */
export const environmentNames = {
  authorizationUrl: ['ASANA_AUTHORIZATION_URL', 'ASANA_AUTHORIZE_URL'],
  tokenUrl: ['ASANA_TOKEN_URL', 'ASANA_ACCESS_TOKEN_URL'],
  revocationUrl: ['ASANA_REVOCATION_URL'],
  introspectionUrl: ['ASANA_INTROSPECTION_URL'],
  baseUrl: ['ASANA_BASE_URL'],
  clientId: ['ASANA_CLIENT_ID'],
  clientSecret: ['ASANA_CLIENT_SECRET'],
  redirectUri: ['ASANA_REDIRECT_URI'],
  token: ['ASANA_ACCESS_TOKEN', 'ASANA_PERSONAL_ACCESS_TOKEN', 'ASANA_TOKEN'],
  workspaceGid: ['ASANA_WORKSPACE_GID', 'ASANA_WORKSPACE'],
} as const satisfies Record<string, readonly string[]>

export type EnvironmentField = keyof typeof environmentNames

/** The environment of this process; none where there is no `process` (edge runtimes). */
export function processEnvironment(): Environment {
  return (globalThis as { process?: { env?: Environment } }).process?.env ?? {}
}

export function fromEnvironment(environment: Environment, field: EnvironmentField): string | undefined {
  for (const name of environmentNames[field]) {
    const value = environment[name]?.trim()
    if (value) return value
  }
  return undefined
}

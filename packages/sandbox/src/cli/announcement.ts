import type { RegisteredApp } from '../oauth/app.ts'
import type { Sandbox } from '../sandbox.ts'

interface Announcement {
  /** The variables a client is configured with. */
  readonly environment: Readonly<Record<string, string>>
  readonly personalAccessToken: string
  readonly users: Sandbox['users']
}

export function announce(sandbox: Sandbox, app: RegisteredApp, personalAccessToken: string): Announcement {
  const { authorizationUrl, tokenUrl, revocationUrl, introspectionUrl, baseUrl } = sandbox.endpoints
  return {
    environment: {
      ASANA_AUTHORIZATION_URL: authorizationUrl,
      ASANA_TOKEN_URL: tokenUrl,
      ASANA_REVOCATION_URL: revocationUrl,
      ASANA_INTROSPECTION_URL: introspectionUrl,
      ASANA_BASE_URL: baseUrl,
      ASANA_CLIENT_ID: app.clientId,
      ASANA_CLIENT_SECRET: app.clientSecret,
      ASANA_REDIRECT_URI: app.redirectUris[0] ?? '',
    },
    personalAccessToken,
    users: sandbox.users,
  }
}

/** For people: lines to read, and lines to paste. */
export function asText(sandbox: Sandbox, { environment, personalAccessToken, users }: Announcement): string {
  const exports = Object.entries(environment).map(([name, value]) => `export ${name}='${value}'`)
  return `Asana sandbox (not Asana) at ${sandbox.url}

Users: ${users.map(user => `${user.name} <${user.email}>`).join(', ')}

# An app, ready to paste:
${exports.join('\n')}

# A personal access token of ${users[0]?.email ?? 'nobody'}:
curl -H 'Authorization: Bearer ${personalAccessToken}' ${environment['ASANA_BASE_URL']}/users/me

# Control, from this machine:
curl -H 'X-Sandbox-Control: 1' -d '{"ms":3600000}' ${sandbox.url}/_sandbox/clock/advance

Ctrl+C stops it.
`
}

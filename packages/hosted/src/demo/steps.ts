/** What the demo has running, as far as somebody at a terminal needs it. */
export interface DemoPlace {
  /** Of the server. */
  readonly url: string
  readonly sandboxUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** A personal access token of the sandbox. */
  readonly personalAccessToken: string
  /** Where the consent leads back to: the page of an application. */
  readonly redirectUrl: string
}

/** One thing to do, and the line that does it in bash. */
export interface DemoStep {
  readonly title: string
  readonly command: string
}

const COOKIES = '/tmp/asana-hosted-demo.cookies'

/** The whole way, line by line; each uses the shell variables that those before it have set. */
export function demoSteps(place: DemoPlace): readonly DemoStep[] {
  const { url, sandboxUrl, clientId, clientSecret, personalAccessToken, redirectUrl } = place
  const api = `${url}/v1`
  // An answer ends without a line break: the next prompt would stand right behind it.
  const step = (title: string, command: string): DemoStep => ({
    title,
    command: command.includes('&& echo') ? command : `${command} && echo`,
  })
  return [
    step(
      'An operator token, for 15 minutes',
      keep(
        'TOKEN',
        'access_token',
        post(`${api}/account/applications/token`, undefined, {
          client_id: clientId,
          client_secret: clientSecret,
        }),
      ),
    ),
    step(
      'A scoped token for one of your users, for 20 minutes',
      keep(
        'SCOPED',
        'token',
        post(`${api}/embedded/scoped-token`, 'TOKEN', { external_user_id: 'user-123' }),
      ),
    ),
    step(
      'A consent URL for that user',
      keep(
        'CONSENT_URL',
        'consent_url',
        post(`${api}/integrations/connectors/oauth/initiate`, 'SCOPED', {
          external_user_id: 'user-123',
          connector_type: 'Asana',
          redirect_url: redirectUrl,
          state: 'your-own-state',
        }),
      ),
    ),
    step(
      'The user opens it (or open it in a browser, and take the secret_id from there): on to Asana',
      `AUTHORIZE=$(curl -s -c ${COOKIES} -o /dev/null -w '%{redirect_url}' "$CONSENT_URL") && echo "$AUTHORIZE"`,
    ),
    step(
      'The user allows it, played by the sandbox',
      keep(
        'CALLBACK',
        'callbackUrl',
        `curl -s -X POST '${sandboxUrl}/_sandbox/approve' -H 'X-Sandbox-Control: 1' -H 'Content-Type: application/json' -d "{\\"authorizationUrl\\": \\"$AUTHORIZE\\"}"`,
      ),
    ),
    step(
      'Back to the server, which sends the browser on to your page with a secret_id',
      `SECRET_ID=$(curl -s -b ${COOKIES} -o /dev/null -w '%{redirect_url}' "$CALLBACK" | sed -n 's/.*[?&]secret_id=\\([^&]*\\).*/\\1/p') && echo "$SECRET_ID"`,
    ),
    step(
      'A connector of it',
      keep(
        'CONNECTOR_ID',
        'id',
        `curl -s -X POST '${api}/integrations/connectors' -H "Authorization: Bearer $SCOPED" -H 'Content-Type: application/json' -d "{\\"external_user_id\\": \\"user-123\\", \\"connector_type\\": \\"Asana\\", \\"name\\": \\"My Asana connector\\", \\"server_side_oauth_secret_id\\": \\"$SECRET_ID\\"}"`,
      ),
    ),
    step('Who is it at Asana?', execute(api, 'users', 'get', { user_gid: 'me' })),
    step('Their workspaces', execute(api, 'workspaces', 'list', {})),
    step(
      'How the connection is',
      `curl -s "${api}/integrations/connectors/$CONNECTOR_ID" -H "Authorization: Bearer $SCOPED"`,
    ),
    step(
      'Another user, with a personal access token',
      post(`${api}/integrations/connectors`, 'TOKEN', {
        external_user_id: 'user-456',
        connector_type: 'Asana',
        credentials: { token: personalAccessToken },
      }),
    ),
    step('All connectors', `curl -s '${api}/integrations/connectors' -H "Authorization: Bearer $TOKEN"`),
    step(
      'The first one goes; the grant at Asana is revoked',
      `curl -s -X DELETE "${api}/integrations/connectors/$CONNECTOR_ID" -H "Authorization: Bearer $SCOPED"`,
    ),
    step('The description of it all', `curl -s '${url}/openapi.json' | head -c 300`),
  ]
}

function post(url: string, tokenVariable: string | undefined, body: object): string {
  const token = tokenVariable === undefined ? '' : ` -H "Authorization: Bearer $${tokenVariable}"`
  return `curl -s -X POST '${url}'${token} -H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`
}

function execute(api: string, entity: string, action: string, params: object): string {
  const body = JSON.stringify({ entity, action, params })
  return `curl -s -X POST "${api}/connectors/sources/$CONNECTOR_ID/execute" -H "Authorization: Bearer $SCOPED" -H 'Content-Type: application/json' -d '${body}'`
}

/** Keeps the first member of a JSON answer in a shell variable, and shows it. `sed`, because every machine has it. */
function keep(variable: string, member: string, command: string): string {
  return `${variable}=$(${command} | sed -n 's/^{"${member}":"\\([^"]*\\)".*/\\1/p') && echo "$${variable}"`
}

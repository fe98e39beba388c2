import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What a Slack token lives, in seconds: the library refreshes whatever has less than two hours left. */
const SLACK_TOKEN_LIFETIME_S = 12 * 3600

/**
 * `oauth.v2.access` in front of the provider that the others refresh at: the same request and the same
 * refresh token, answered as Slack answers. It counts nothing and adds no latency of its own.
 */
export async function startSlackTokenServer(tokenUrl: string) {
  const server = createServer(async (request, response) => {
    const form = await text(request)
    const answer = await fetch(tokenUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form,
    })
    const body = (await answer.json()) as Record<string, unknown>
    response.setHeader('content-type', 'application/json')
    response.end(
      JSON.stringify(
        answer.ok
          ? {
              ok: true,
              token_type: 'bot',
              access_token: body['access_token'],
              // Slack answers one always, also in front of a provider that does not.
              refresh_token: body['refresh_token'] ?? new URLSearchParams(form).get('refresh_token'),
              expires_in: SLACK_TOKEN_LIFETIME_S,
            }
          : { ok: false, error: 'invalid_refresh_token' },
      ),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

import type { AsanaAppCredentials } from '@x/asana-auth-core'
import { type Finding, failure, ok, skipped, warning } from './finding.ts'
import { type Answer, probe } from './probe.ts'

type Network = Parameters<typeof probe>[0]

/** Beyond it, id_tokens look as if they came from the future, and AWS refuses signatures a little later. */
const MAX_SKEW_MS = 30_000

/** Whether Asana can be reached from here, what time it has, and whose the personal access token is. */
export async function checkEndpoints(
  network: Network,
  app: AsanaAppCredentials,
): Promise<readonly Finding[]> {
  const { authorizationUrl, tokenUrl, baseUrl, token } = app
  const [authorization, tokens, api] = await Promise.all([
    probe(network, authorizationUrl),
    // No grant in it: nothing can come of it but the error that says somebody is there.
    probe(network, tokenUrl, { method: 'POST', body: new URLSearchParams() }),
    probe(network, `${baseUrl}/users/me`, token ? { headers: { authorization: `Bearer ${token}` } } : {}),
  ])
  return [
    reachable('endpoint.authorization', authorizationUrl, authorization),
    reachable('endpoint.token', tokenUrl, tokens),
    reachable('endpoint.api', baseUrl, api),
    ...(token ? [personalToken(api)] : []),
    clockSkew([api, tokens, authorization]),
  ]
}

function reachable(check: string, url: string, answer: Answer | string): Finding {
  const { host } = new URL(url)
  const fix =
    'Check the network, a proxy (NODE_USE_ENV_PROXY) and the URL; https://status.asana.com tells of outages.'
  if (typeof answer === 'string') return failure(check, `${host} cannot be reached: ${answer}`, fix)
  if (answer.status >= 500) return warning(check, `${host} answers ${answer.status}.`, fix)
  // What is not there at all is a URL with a mistake in it.
  if (answer.status === 404) return failure(check, `${url} is not found.`, fix)
  return ok(check, `${host} answers.`)
}

function personalToken(answer: Answer | string): Finding {
  const check = 'app.token'
  if (typeof answer === 'string') return skipped(check, 'Asana did not answer.')
  const { status } = answer
  if (status === 401) {
    return failure(
      check,
      'Asana refuses the personal access token.',
      'Make another one at https://app.asana.com/0/my-apps and set ASANA_ACCESS_TOKEN, or unset it.',
    )
  }
  return status === 200
    ? ok(check, 'Asana knows the personal access token.')
    : skipped(check, `Asana answered ${status}.`)
}

/** The header counts whole seconds. */
function clockSkew(answers: readonly (Answer | string)[]): Finding {
  const check = 'clock'
  for (const answer of answers) {
    const date = typeof answer === 'string' ? undefined : Date.parse(answer.headers.get('date') ?? '')
    if (typeof answer === 'string' || date === undefined || Number.isNaN(date)) continue
    const skewMs = answer.at - date
    const seconds = Math.round(Math.abs(skewMs) / 1000)
    if (Math.abs(skewMs) <= MAX_SKEW_MS) return ok(check, `This clock and Asana's differ by ${seconds} s.`)
    return warning(
      check,
      `This clock is ${seconds} s ${skewMs > 0 ? 'ahead of' : 'behind'} Asana's.`,
      'Access tokens are unharmed; id_tokens and requests to AWS may be refused. Let NTP set the clock.',
    )
  }
  return skipped(check, 'No answer told the time.')
}

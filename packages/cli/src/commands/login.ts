import {
  ASANA,
  type AsanaUserCredentials,
  type AuthManager,
  type AuthorizationStep,
  credentialKey,
  OUT_OF_BAND_REDIRECT,
} from '@x/asana-auth-core'
import type { Command } from 'commander'
import type { CommandContext } from '../command-context.ts'
import { CallbackServer } from '../login/callback-server.ts'
import { redirectAddress } from '../login/redirect-address.ts'
import { within } from '../login/within.ts'
import { ask } from '../terminal/ask.ts'
import { wholeNumber } from '../whole-number.ts'

interface LoginOptions {
  readonly scope?: string
  readonly oob?: boolean
  readonly browser: boolean
  readonly timeout: number
}

export function addLogin(program: Command, context: CommandContext): void {
  program
    .command('login')
    .summary("send a user through Asana's consent page and store the credentials")
    .description(
      "Opens Asana's consent page, waits for the browser at ASANA_REDIRECT_URI on this machine, and stores the " +
        'credentials under the subject. On a machine without a browser use --oob and paste the code.',
    )
    .argument('<subject>', 'your id of the user')
    .option('--scope <names>', "default: what the app's registration implies")
    .option('--oob', `paste the code instead: the app needs the redirect URI ${OUT_OF_BAND_REDIRECT}`)
    .option('--no-browser', 'only print the URL')
    .option('--timeout <seconds>', 'how long to wait for the browser', wholeNumber, 300)
    .action((subject: string, options: LoginOptions) =>
      context.withAuth(auth => login(context, auth, subject, options)),
    )
}

async function login(
  context: CommandContext,
  auth: AuthManager,
  subject: string,
  options: LoginOptions,
): Promise<void> {
  // Before anybody is sent anywhere.
  credentialKey(ASANA, subject)
  const { scope, oob } = options
  const store = (credentials: AsanaUserCredentials) => auth.storeCredentials(ASANA, subject, credentials)
  const step = await auth.asana.oauth2.authorize({
    ...(scope !== undefined && { scope }),
    ...(oob && { redirectUri: OUT_OF_BAND_REDIRECT }),
  })
  const flow = { context, auth, step, options, subject, store }
  const credentials = await (oob ? pasteCode(flow) : waitForBrowser(flow))
  const { identity, scope: granted } = credentials
  const who = identity && [identity.name, identity.email].filter(Boolean).join(', ')
  context.console.facts({ subject, state: 'connected', identity, scope: granted }, [
    ['connected', subject],
    ['as', who || identity?.gid],
    ['scope', granted?.join(' ')],
  ])
}

interface LoginFlow {
  readonly context: CommandContext
  readonly auth: AuthManager
  readonly step: AuthorizationStep
  readonly options: LoginOptions
  readonly subject: string
  readonly store: (credentials: AsanaUserCredentials) => Promise<void>
}

async function waitForBrowser(flow: LoginFlow): Promise<AsanaUserCredentials> {
  const { context, auth, step, options, subject, store } = flow
  const address = redirectAddress(auth.asana.app.redirectUri)
  await using server = await CallbackServer.listen(address, step.state)
  showUrl(flow)
  if (options.browser) context.openUrl(step.authorizationUrl)
  const callback = await within(server.callback(), options.timeout * 1000, context.signal)
  try {
    const credentials = await auth.asana.oauth2.exchange({ ...step, callbackUrl: callback.url, subject })
    await store(credentials)
    await callback.answer(true)
    return credentials
  } catch (error) {
    await callback.answer(false)
    throw error
  }
}

/** No state comes back with a pasted code: the code verifier is what ties it to this login. */
async function pasteCode(flow: LoginFlow): Promise<AsanaUserCredentials> {
  const { context, auth, step, subject, store } = flow
  showUrl(flow)
  const question = context.console.json ? '' : 'Code: '
  const code = await ask(context.terminal, question, context.signal)
  const credentials = await auth.asana.oauth2.exchange({ ...step, code, subject })
  await store(credentials)
  return credentials
}

function showUrl({ context, step }: LoginFlow): void {
  const { authorizationUrl } = step
  context.console.note(`Open this page to connect:\n\n  ${authorizationUrl}\n`, { authorizationUrl })
}

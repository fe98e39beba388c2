import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { generateSigningKey } from '../auth/signing-keys.ts'
import { checkRedirectUrls, createClient, createOrganization } from '../organizations/create-organization.ts'
import { HostedConfigError, readStoreConfig } from './config.ts'
import { openStorage, type Storage } from './open-storage.ts'
import { serve } from './serve.ts'

export const USAGE = `asana-connector-hosted [command]

  serve                                          run the server (default); see the README for its environment
  generate-keys                                  print new SIGNING_KEYS and ENCRYPTION_KEYS
  migrate                                        make the tables, or bring them up to date
  create-organization --name NAME --redirect-url URL [--redirect-url URL …]
  create-client --organization ID                another client id and secret, to rotate
  remove-client --organization ID --client ID
  set-redirect-urls --organization ID --redirect-url URL [--redirect-url URL …]
`

/** One run of the command. @throws HostedConfigError for what its user can mend */
export async function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  say: (text: string) => void,
): Promise<void> {
  const { values, positionals } = parse(args)
  const [command = 'serve'] = positionals
  const need = (name: 'name' | 'organization' | 'client') => {
    const value = values[name]
    if (value) return value
    throw new HostedConfigError([`${command} needs --${name}.`])
  }
  if (values.help) return say(USAGE)
  switch (command) {
    case 'serve':
      return serve(env, say)
    case 'generate-keys':
      say(`SIGNING_KEYS='${JSON.stringify([await generateSigningKey()])}'`)
      return say(`ENCRYPTION_KEYS=1:${randomBytes(32).toString('base64')}`)
    case 'migrate':
      return withStorage(env, async () => say('The tables are up to date.'))
    case 'create-organization': {
      const organization = { name: need('name'), redirectUrls: values['redirect-url'] ?? [] }
      return withStorage(env, async ({ registry }) =>
        say(JSON.stringify(await createOrganization(registry, organization))),
      )
    }
    case 'create-client':
      return withStorage(env, async ({ registry }) =>
        say(JSON.stringify(await createClient(registry, need('organization')))),
      )
    case 'remove-client':
      return withStorage(env, async ({ registry }) => {
        const removed = await registry.removeClient(need('organization'), need('client'))
        say(
          removed
            ? 'Removed. Tokens that it has are good for 15 minutes at most.'
            : 'There is no such client.',
        )
      })
    case 'set-redirect-urls':
      return withStorage(env, async ({ registry }) => {
        const redirectUrls = values['redirect-url'] ?? []
        checkRedirectUrls(redirectUrls)
        const found = await registry.setRedirectUrls(need('organization'), redirectUrls)
        say(found ? 'Set.' : 'There is no such organization.')
      })
    default:
      throw new HostedConfigError([`There is no command ${JSON.stringify(command)}.`])
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean' },
        name: { type: 'string' },
        organization: { type: 'string' },
        client: { type: 'string' },
        'redirect-url': { type: 'string', multiple: true },
      },
    })
  } catch (error) {
    throw new HostedConfigError([(error as Error).message])
  }
}

/** For one change to what is kept. */
async function withStorage(
  env: NodeJS.ProcessEnv,
  change: (storage: Storage) => Promise<void>,
): Promise<void> {
  const store = readStoreConfig(env)
  if (store.name === 'memory') {
    throw new HostedConfigError([
      'Nothing outlives a process in memory: set HOSTED_STORE to postgres or redis.',
    ])
  }
  const storage = await openStorage(store)
  try {
    await change(storage)
  } finally {
    await storage.close()
  }
}

import { loadPeer } from '../peer-folder.ts'
import type { TokenLibrary } from './token-library.ts'
import { TokenTable } from './token-table.ts'

interface Installation {
  readonly authVersion: 'v2'
  readonly team: { readonly id: string }
  readonly enterprise: undefined
  readonly isEnterpriseInstall: false
  readonly bot: {
    readonly id: string
    readonly userId: string
    readonly scopes: readonly string[]
    readonly token: string
    readonly refreshToken: string
    /** Seconds. */
    readonly expiresAt: number
  }
}

interface InstallationStore {
  fetchInstallation(): Promise<Installation>
  storeInstallation(installation: Installation): Promise<void>
  deleteInstallation(): Promise<void>
}

interface SlackOAuth {
  readonly InstallProvider: new (options: {
    clientId: string
    clientSecret: string
    stateSecret: string
    installationStore: InstallationStore
    clientOptions?: { slackApiUrl: string }
    logLevel: 'error'
    logger: object
  }) => {
    authorize(query: { teamId: string; enterpriseId: undefined; isEnterpriseInstall: false }): Promise<{
      botToken?: string
    }>
  }
}

const TEAM = 'T123'

/** A team's installation, with the token of its bot. */
export const installationOf = (credential: {
  accessToken: string
  refreshToken: string
  expiresAt: number
}): Installation => ({
  authVersion: 'v2',
  team: { id: TEAM },
  enterprise: undefined,
  isEnterpriseInstall: false,
  bot: {
    id: 'B123',
    userId: 'U123',
    scopes: [],
    token: credential.accessToken,
    refreshToken: credential.refreshToken,
    expiresAt: Math.floor(credential.expiresAt / 1000),
  },
})

const quiet = () => {}
/** It logs every refresh that fails; the table counts them. */
const silentLogger = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  setLevel: quiet,
  setName: quiet,
  getLevel: () => 'error',
}

/** What its `authorize` answers with, for installations in a store of the application's. */
export async function slackAuthorizer(
  app: { clientId: string; clientSecret: string; slackApiUrl?: string },
  store: Pick<InstallationStore, 'fetchInstallation' | 'storeInstallation'>,
): Promise<() => Promise<string>> {
  const { InstallProvider } = await loadPeer<SlackOAuth>('@slack/oauth')
  const installer = new InstallProvider({
    clientId: app.clientId,
    clientSecret: app.clientSecret,
    stateSecret: 'not used here',
    installationStore: { ...store, deleteInstallation: async () => {} },
    ...(app.slackApiUrl && { clientOptions: { slackApiUrl: app.slackApiUrl } }),
    logLevel: 'error',
    logger: silentLogger,
  })
  const query = { teamId: TEAM, enterpriseId: undefined, isEnterpriseInstall: false } as const
  return async () => (await installer.authorize(query)).botToken ?? ''
}

/** `installer.authorize()` for each event, with an installation store in the application's database. */
export const slackOAuth: TokenLibrary = {
  store: ({ databaseUrl }, credential) =>
    TokenTable.create<Installation>(databaseUrl, installationOf(credential)),
  async open(application) {
    const table = await TokenTable.open<Installation>(application.databaseUrl)
    return {
      getToken: await slackAuthorizer(application, {
        fetchInstallation: () => table.load(),
        storeInstallation: installation => table.save(installation),
      }),
      close: () => table.close(),
    }
  },
}

import { AuthManager } from '@x/asana-auth-core'
import type { Executor } from './executor.ts'
import { HostedExecutor } from './hosted/hosted-executor.ts'
import { LocalExecutor } from './local/local-executor.ts'
import { warnOfLostTokens } from './local/warn-of-lost-tokens.ts'
import type { Mode } from './options/read-options.ts'

/** Who talks to Asana, by where the tokens are. */
export function makeExecutor(mode: Mode): Executor {
  switch (mode.kind) {
    case 'hosted':
      return new HostedExecutor(mode.connection)
    case 'managed': {
      const { auth, subject } = mode
      // The manager is the application's, and so is its end.
      return new LocalExecutor(
        () => auth.session({ subject }),
        async () => {},
      )
    }
    case 'explicit': {
      const { credentials, onTokenRefresh, onError = warnOfLostTokens } = mode
      const auth = new AuthManager(mode.manager)
      auth.on('persist_failed', ({ error }) => onError(error))
      return new LocalExecutor(
        () =>
          auth.session({
            withCredentials: credentials,
            ...(onTokenRefresh && { onRefresh: onTokenRefresh }),
          }),
        () => auth.close(),
      )
    }
  }
}

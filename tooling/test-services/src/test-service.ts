/** What every service can do. */
export interface TestService {
  /** True: a throwaway that this process started. False: a server named in the environment. */
  readonly managed: boolean
  /** The server goes away, as in an outage. Throws when it is not ours to stop. */
  stop(): Promise<void>
  /** It comes back on the same port. */
  start(): Promise<void>
  /** Ends what was started and removes what was made: the process, its directory, the test databases. */
  close(): Promise<void>
}

/** For a server that other people may be using. */
export function notOurs(variable: string): Pick<TestService, 'managed' | 'stop' | 'start'> {
  const refuse = async () => {
    throw new Error(
      `The server in ${variable} is not ours to stop or start: ask for a throwaway one with { throwaway: true }.`,
    )
  }
  return { managed: false, stop: refuse, start: refuse }
}

import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import type { SecretsManager } from '@x/test-services'

/** How AWS would answer, in place of the server. */
export interface Answer {
  readonly status?: number
  /** The error's name. Absent: the body is an ordinary answer. */
  readonly error?: string
  readonly message?: string
  readonly body?: object
}

/** What is done instead of, or around, an attempt to send a request. Undefined: it goes to the server. */
export type Interception = (
  command: string,
  send: () => Promise<object>,
  /** The staging labels of a new version. */
  stages: readonly string[],
) => Promise<object> | undefined

type Output = { response: object; output: { $metadata: object } }

/** The real SDK client, with every attempt seen and, where a server cannot fail on demand, answered. */
export class ObservedClient extends SecretsManagerClient {
  /** The commands that were sent, retries included. */
  readonly sent: string[] = []
  intercept: Interception = () => undefined

  constructor({ endpoint, region, credentials }: SecretsManager, maxAttempts = 2) {
    super({ endpoint, region, credentials, maxAttempts })
    // Innermost of its step: what it returns is read as what came over the wire.
    this.middlewareStack.add(
      (next, { commandName = '' }) =>
        async args => {
          const command = commandName.replace(/Command$/, '')
          this.sent.push(command)
          const send = async () => ((await next(args)) as Output).response
          const response = this.intercept(command, send, stagesIn(args.input))
          return response ? ({ response: await response } as Awaited<ReturnType<typeof next>>) : next(args)
        },
      { step: 'deserialize', priority: 'low', name: 'observe' },
    )
  }

  /** These commands, as often as they are sent, get this answer. */
  answer(answer: Answer, ...commands: string[]): void {
    this.intercept = command =>
      commands.length === 0 || commands.includes(command) ? Promise.resolve(wire(answer)) : undefined
  }

  /** What is sent while `act` runs. */
  async during(act: () => Promise<unknown>): Promise<string[]> {
    const before = this.sent.length
    await act()
    return this.sent.slice(before)
  }
}

function stagesIn(input: object): readonly string[] {
  return 'VersionStages' in input && Array.isArray(input.VersionStages) ? input.VersionStages : []
}

export function wire({ status, error, message = '', body }: Answer): object {
  const content = error === undefined ? (body ?? {}) : { __type: error, message }
  return {
    statusCode: status ?? (error === undefined ? 200 : 400),
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: new TextEncoder().encode(JSON.stringify(content)),
  }
}

/** The server did it, and the connection broke before it could say so. */
export async function losingAnswer(send: () => Promise<object>): Promise<never> {
  await send()
  throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
}

/** Waits at a command until it is let go. */
export function gate(): {
  readonly reached: Promise<void>
  readonly open: () => void
  pass(): Promise<void>
} {
  let arrive = () => {}
  let open = () => {}
  const reached = new Promise<void>(resolve => {
    arrive = resolve
  })
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return {
    reached,
    open: () => open(),
    pass: () => {
      arrive()
      return opened
    },
  }
}

import { type DestinationStream, type Logger, pino } from 'pino'

/** One JSON line per event. `redact` is the second line of defence: nothing below logs a secret to begin with. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const secrets = [
    'accessToken',
    'refreshToken',
    'clientSecret',
    'secretId',
    'codeVerifier',
    'authorization',
    'cookie',
    'code',
  ]
  const options = {
    level,
    base: null,
    redact: { paths: secrets.flatMap(name => [name, `*.${name}`, `*.*.${name}`]), censor: '[secret]' },
    serializers: { err: describeError },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** Not every property of an error: drivers hang the command that failed on theirs, with all that was in it. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: 'A value that is no Error was thrown.' }
  const { name, message, stack } = error
  const code = 'code' in error && typeof error.code === 'string' ? { errorCode: error.code } : {}
  return {
    name,
    message,
    ...code,
    stack,
    ...(error.cause instanceof Error && { cause: describeError(error.cause) }),
  }
}

import { ConformanceError, isTrue, rejection, show } from './assertions.ts'

interface ErrorKind {
  readonly name: string
  readonly code: string
}

const versionConflict: ErrorKind = { name: 'VersionConflictError', code: 'version_conflict' }
const unavailable: ErrorKind = { name: 'StoreUnavailableError', code: 'store_unavailable' }
const missingCapability: ErrorKind = { name: 'ConfigurationError', code: 'store_capability_missing' }

// By name and code, not by class: a store may have loaded another copy of the core (ESM and CommonJS).
function is(error: unknown, { name, code }: ErrorKind): error is Error {
  return error instanceof Error && error.name === name && 'code' in error && error.code === code
}

export function isVersionConflict(error: unknown): boolean {
  return is(error, versionConflict)
}

export function isUnavailable(error: unknown): boolean {
  return is(error, unavailable)
}

export function conflicts(call: Promise<unknown>, promise: string): Promise<Error> {
  return rejectsWith(call, versionConflict, promise)
}

export function lacksCapability(call: Promise<unknown>, promise: string): Promise<Error> {
  return rejectsWith(call, missingCapability, promise)
}

async function rejectsWith(call: Promise<unknown>, kind: ErrorKind, promise: string): Promise<Error> {
  const error = await rejection(call, promise)
  if (is(error, kind)) return error
  throw new ConformanceError(`${promise}: expected ${kind.name} (${kind.code}), got ${show(error)}.`)
}

/** No secret in anything that a log could print of an error. */
export function keepsSecret(error: unknown, secret: string, promise: string): void {
  const seen = new Set<unknown>()
  for (let current = error; current instanceof Error && !seen.has(current); current = current.cause) {
    seen.add(current)
    const printed = [
      current.message,
      current.stack ?? '',
      safeJson(current),
      ...Object.values(current).map(safeJson),
    ]
    isTrue(!printed.some(text => text.includes(secret)), `${promise}: ${current.name} carries the payload`)
  }
}

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return ''
  }
}

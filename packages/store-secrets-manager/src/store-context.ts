import type { StoreContext } from '@x/asana-auth-core'

export const STORE = 'secrets-manager'

/** For messages, as the core's own errors say it. */
export function where({ operation, key }: StoreContext): string {
  return `(${STORE} store, ${operation}${key ? ` of ${key.provider}/${JSON.stringify(key.subject)}` : ''})`
}

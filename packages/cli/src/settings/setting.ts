import type { Environment } from '@x/asana-auth-core'

/** A variable's value; an empty one counts as unset: that is what `NAME=` in a .env file means. */
export function setting(env: Environment, name: string): string | undefined {
  return env[name]?.trim() || undefined
}

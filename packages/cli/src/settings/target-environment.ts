import type { Environment } from '@x/asana-auth-core'

const PREFIX = 'TARGET_'

/**
 * The environment of the store that `migrate` copies to: `TARGET_REDIS_URL` stands for its `REDIS_URL`, and
 * so on. What has no `TARGET_` variable is the same on both sides.
 */
export function targetEnvironment(env: Environment): Environment {
  const own = Object.entries(env).filter(([name, value]) => name.startsWith(PREFIX) && value?.trim())
  return { ...env, ...Object.fromEntries(own.map(([name, value]) => [name.slice(PREFIX.length), value])) }
}

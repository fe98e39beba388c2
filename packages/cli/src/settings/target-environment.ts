import type { Environment } from '@x/asana-auth-core'

const PREFIX = 'TARGET_'

/** What says one thing together, or instead of each other. */
const groups = [
  ['ENCRYPTION_KEYS', 'ENCRYPTION_KEYS_FILE'],
  ['AWS_PROFILE', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'],
]

/**
 * The environment of the store that `migrate` copies to: `TARGET_REDIS_URL` stands for its `REDIS_URL`, and
 * so on. What has no `TARGET_` variable is the same on both sides.
 */
export function targetEnvironment(env: Environment): Environment {
  const own = Object.fromEntries(
    Object.entries(env)
      .filter(([name, value]) => name.startsWith(PREFIX) && value?.trim())
      .map(([name, value]) => [name.slice(PREFIX.length), value]),
  )
  const replaced = groups.filter(names => names.some(name => own[name])).flat()
  const shared = Object.entries(env).filter(([name]) => !replaced.includes(name))
  return { ...Object.fromEntries(shared), ...own }
}

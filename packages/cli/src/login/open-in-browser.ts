import { spawn } from 'node:child_process'
import type { Environment } from '@x/asana-auth-core'

/** The program that opens a URL, and its arguments. Undefined: there is no screen to open it on. */
export function browserCommand(
  url: string,
  platform: NodeJS.Platform,
  env: Environment,
): readonly [program: string, ...args: string[]] | undefined {
  // In a remote shell it would open on a machine nobody sits at, if at all.
  if (env['SSH_CONNECTION'] && !env['DISPLAY']) return undefined
  if (platform === 'darwin') return ['open', url]
  // Not `cmd /c start`: to cmd every & in the URL ends the command.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url]
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', url] : undefined
}

/** Best effort: the URL is printed as well, so a browser that does not start is no error. */
export function openInBrowser(url: string, env: Environment): void {
  const command = browserCommand(url, process.platform, env)
  if (!command) return
  const [program, ...args] = command
  const child = spawn(program, args, { stdio: 'ignore', detached: true, env: withoutOurs(env) })
  child.on('error', () => {})
  child.unref()
}

/** A browser lives for days, and its extensions and helpers inherit its environment: not the keys in ours. */
function withoutOurs(env: Environment): NodeJS.ProcessEnv {
  const ours = /^(TARGET_)?(ASANA_|AWS_|ENCRYPTION_KEYS|REDIS_URL$|DATABASE_URL$)/
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name)))
}

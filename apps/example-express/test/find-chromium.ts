import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export type FoundChromium = { readonly path: string } | { readonly path?: never; readonly reason: string }

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * A Chromium for the browser tests: CHROME_PATH, then PATH, then Debian's package where we may install it.
 * @throws under CI=true when there is none: there a skipped test is a test that nobody runs
 */
export function findChromium(): FoundChromium {
  const { CHROME_PATH } = process.env
  if (CHROME_PATH) return { path: CHROME_PATH }
  const path = onPath(NAMES) ?? install()
  if (path) return { path }
  const reason = 'There is no Chromium: set CHROME_PATH, or install chromium so that it is on PATH.'
  if (process.env['CI'] === 'true') throw new Error(reason)
  return { reason }
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Takes a minute or two. */
function install(): string | undefined {
  if (process.getuid?.() !== 0 || !onPath(['apt-get'])) return undefined
  const aptGet = (...args: string[]) =>
    execFileSync('apt-get', args, {
      stdio: 'ignore',
      timeout: 240_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  try {
    aptGet('update')
    aptGet('install', '-y', '--no-install-recommends', 'chromium')
  } catch {
    return undefined
  }
  return onPath(NAMES)
}

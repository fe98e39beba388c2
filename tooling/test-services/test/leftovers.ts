import { access, readdir, readFile, readlink } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'

// Real servers put their things in order before they end, which takes them a while on a busy machine.
const ENDING = { timeout: 15_000 }

/** The port is silent, and the processes that served it are gone. */
export async function expectStopped(port: number): Promise<void> {
  await expect.poll(() => accepts(port), ENDING).toBe(false)
  await expect.poll(() => processesAt(directoryOf(port)), ENDING).toEqual([])
}

/** And its directory is gone. */
export async function expectClosed(port: number): Promise<void> {
  // The guardian's own command line names the directory until it has removed it.
  await expectStopped(port)
  await expect.poll(() => exists(directoryOf(port)), ENDING).toBe(false)
}

export function accepts(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}

function directoryOf(port: number): string {
  return join(tmpdir(), `asana-auth-test-${port}`)
}

/**
 * Those that run in a directory or speak of it. Not those that speak of the port: its number may as well be
 * the process id that another server's guardian was told. Where there is no /proc, nothing is found.
 */
async function processesAt(directory: string): Promise<string[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name))
  const described = await Promise.all(
    pids.map(async pid => {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      return `${command} in ${await readlink(`/proc/${pid}/cwd`).catch(() => '')}`
    }),
  )
  return described.filter(text => text.includes(directory))
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

import { access, readdir, readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'

/** The port is silent and no process speaks of it any more. */
export async function expectStopped(port: number): Promise<void> {
  await expect.poll(() => accepts(port)).toBe(false)
  await expect.poll(() => processesNaming(String(port))).toEqual([])
}

/** And its directory is gone. */
export async function expectClosed(port: number): Promise<void> {
  // The guardian's own command line names the directory until it has removed it.
  await expectStopped(port)
  await expect.poll(() => exists(join(tmpdir(), `asana-auth-test-${port}`))).toBe(false)
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

/** Where there is no /proc, nothing is found. */
async function processesNaming(text: string): Promise<string[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name))
  const commands = await Promise.all(
    pids.map(pid => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  )
  return commands.filter(command => command.split('\0').some(part => part.includes(text)))
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

import { readdir, readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { expect } from 'vitest'

/** The directories of throwaways there are now. */
export async function throwawayDirectories(service: string): Promise<string[]> {
  const names = await readdir(tmpdir())
  return names.filter(name => name.startsWith(`asana-auth-test-${service}-`))
}

/** Asserts that a port is silent and that no process still speaks of it. */
export async function expectGone(port: number): Promise<void> {
  await expect.poll(() => accepts(port)).toBe(false)
  expect(await processesNaming(String(port))).toEqual([])
}

export function accepts(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

export async function processesNaming(text: string): Promise<string[]> {
  const found: string[] = []
  for (const pid of (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (command.split('\0').some(part => part.includes(text))) found.push(command.replaceAll('\0', ' '))
  }
  return found
}

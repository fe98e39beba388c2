import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { builtCommand } from './built-command.ts'

const built = builtCommand('busy-connector.ts')

function start(...args: string[]): ChildProcessWithoutNullStreams {
  const command = [built('cli.mjs'), '--connector', built('connector.mjs'), ...args]
  const child = spawn(process.execPath, command, { env: {} })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
}

describe('a process whose connector keeps a connection to its store', () => {
  it('ends when its client closes standard input, as one that crashed does', async () => {
    const child = start()
    child.stdin.write(`${JSON.stringify(initialize)}\n`)
    await once(child.stdout, 'data')
    child.stdin.end()
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it('ends when its options are wrong, with what is wrong', async () => {
    const child = start('--actions', 'task.list')
    const [said] = await once(child.stderr, 'data')
    expect(String(said)).toContain('Did you mean')
    expect(await once(child, 'exit')).toEqual([2, null])
  })

  it('serves HTTP on, whether or not anybody holds its standard input', async () => {
    const command = [built('cli.mjs'), '--connector', built('connector.mjs')]
    const env = { ASANA_MCP_BEARER_TOKEN: 'x'.repeat(16) }
    const child = spawn(process.execPath, [...command, '--http', '--port', '0'], { env })
    onTestFinished(() => void child.kill('SIGKILL'))
    child.stdin.end()
    const [said] = await once(child.stderr, 'data')
    const url = /http:\S+\/mcp/.exec(String(said))?.[0] ?? ''
    expect((await fetch(url, { method: 'POST' })).status).toBe(401)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })
})

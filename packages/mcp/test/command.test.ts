import { writeFile } from 'node:fs/promises'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { startSandbox } from '@x/asana-sandbox'
import { describe, expect, it, onTestFinished } from 'vitest'
import { run } from '../src/command/run.ts'
import { builtCommand } from './built-command.ts'

const built = builtCommand('own-connector.ts')

async function connect(args: string[], env: Record<string, string>): Promise<Client> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [built('cli.mjs'), ...args],
    env,
    stderr: 'inherit',
  })
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(transport)
  onTestFinished(() => client.close())
  return client
}

describe('asana-mcp as a process', () => {
  it('serves a client on standard input and output', async () => {
    await using sandbox = await startSandbox()
    const env = {
      ASANA_ACCESS_TOKEN: sandbox.createPersonalAccessToken('ada@example.com'),
      ASANA_BASE_URL: sandbox.endpoints.baseUrl,
    }
    const client = await connect(['--read-only'], env)
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(['asana_execute', 'asana_describe'])
    const input = { entity: 'users', action: 'get', params: { user_gid: 'me' } }
    expect(JSON.stringify(await client.callTool({ name: 'asana_execute', arguments: input }))).toContain(
      'ada@example.com',
    )
    const write = { entity: 'tasks', action: 'delete', params: { task_gid: '1' } }
    expect(await client.callTool({ name: 'asana_execute', arguments: write })).toMatchObject({
      isError: true,
    })
  })

  it('takes the connector of a module, with tokens wherever it keeps them', async () => {
    await using sandbox = await startSandbox()
    const env = {
      OWN_TOKEN: sandbox.createPersonalAccessToken('ada@example.com'),
      ASANA_BASE_URL: sandbox.endpoints.baseUrl,
    }
    const client = await connect(['--connector', built('connector.mjs'), '--actions', 'users.get'], env)
    const answer = await client.callTool({ name: 'asana_users_get', arguments: { user_gid: 'me' } })
    expect(JSON.stringify(answer)).toContain('ada@example.com')
  })
})

describe('asana-mcp refuses', () => {
  const told: string[] = []
  const start = (args: string[], environment: Record<string, string> = {}) =>
    run(args, { environment, version: '1', print: () => {}, tell: text => told.push(text) })

  it.each([
    ['no credentials', [], {}, 'ASANA_ACCESS_TOKEN'],
    ['an unknown option', ['--writable'], { ASANA_ACCESS_TOKEN: 'a' }, '--help'],
    ['an action that there is not', ['--actions', 'task.list'], { ASANA_ACCESS_TOKEN: 'a' }, 'Did you mean'],
    [
      'both lists',
      ['--actions', 'tasks.list', '--allow', 'tasks.*'],
      { ASANA_ACCESS_TOKEN: 'a' },
      'not both',
    ],
    ['HTTP without a bearer token', ['--http'], { ASANA_ACCESS_TOKEN: 'a' }, 'ASANA_MCP_BEARER_TOKEN'],
    ['HTTP with a short one', ['--http'], { ASANA_ACCESS_TOKEN: 'a', ASANA_MCP_BEARER_TOKEN: 'short' }, '16'],
    [
      'a port that is none',
      ['--http', '--port', 'x'],
      { ASANA_ACCESS_TOKEN: 'a', ASANA_MCP_BEARER_TOKEN: 'x'.repeat(16) },
      '--port',
    ],
  ] as const)('%s', async (_, args, environment, text) => {
    await expect(start([...args], environment)).rejects.toMatchObject({
      code: 'invalid_option',
      message: expect.stringContaining(text),
    })
  })

  it('a module without a connector', async () => {
    const path = built('nothing.mjs')
    await writeFile(path, 'export default 5\n')
    await expect(start(['--connector', path])).rejects.toThrow('AsanaConnector')
  })

  it('and tells nothing of the bearer token', async () => {
    const secret = 'hush-hush-hush-hush'
    const running = await start(['--http', '--port', '0'], {
      ASANA_ACCESS_TOKEN: 'a',
      ASANA_MCP_BEARER_TOKEN: secret,
    })
    await running?.close()
    expect(told.join()).toMatch(/http:\/\/127\.0\.0\.1:\d+\/mcp/)
    expect(told.join()).not.toContain(secret)
  })
})

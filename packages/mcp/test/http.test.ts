import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { AsanaConnector } from '@x/asana-connector'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sameToken, serveHttp } from '../src/index.ts'
import { rebound } from './rebound.ts'
import { type McpScene, mcpScene } from './scene.ts'

const bearer = 'a-bearer-of-at-least-16-characters'
const identity = { name: 'asana-mcp', version: '1.2.3' }

async function serve({ connector }: McpScene, more: { allowedHosts?: string[] } = {}) {
  const tools = connector.tools({ actions: ['tasks.list', 'tasks.create', 'users.get'] })
  const server = await serveHttp({
    identity,
    authenticate: given => (sameToken(given, bearer) ? tools : undefined),
    ...more,
  })
  onTestFinished(() => server.close())
  return server
}

async function connect(url: string, options: { era: 'auto' | 'legacy' } = { era: 'auto' }): Promise<Client> {
  const client = new Client(
    { name: 'test', version: '1' },
    options.era === 'legacy' ? { versionNegotiation: { mode: 'legacy' } } : {},
  )
  const headers = { authorization: `Bearer ${bearer}` }
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }))
  onTestFinished(() => client.close())
  return client
}

describe.each(['auto', 'legacy'] as const)('an MCP client over HTTP (protocol: %s)', era => {
  it('lists the tools, calls one, and does not notice that the token expired', async () => {
    const scene = await mcpScene()
    const { url } = await serve(scene)
    const client = await connect(url, { era })
    const { tools } = await client.listTools()
    expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual([
      ['asana_tasks_create', false],
      ['asana_tasks_list', true],
      ['asana_users_get', true],
    ])
    expect(tools[1]?.inputSchema.properties).toHaveProperty('assignee')

    const call = { name: 'asana_tasks_list', arguments: { assignee: 'me', workspace: scene.workspace } }
    const textOf = async () => {
      const { content, isError } = await client.callTool(call)
      expect(isError).toBe(false)
      const [first] = content as { type: string; text: string }[]
      return first?.text ?? ''
    }
    expect(JSON.parse(await textOf()).data.length).toBeGreaterThan(0)
    const before = scene.sandbox.counters.token.refresh_token.ok
    scene.sandbox.clock.advance(2 * 3_600_000)
    expect(JSON.parse(await textOf()).data.length).toBeGreaterThan(0)
    expect(scene.sandbox.counters.token.refresh_token.ok - before).toBe(1)
    // The new token is in the store: it lasts longer than this server.
    expect(await scene.auth.status('ada')).toMatchObject({ state: 'connected' })
  })
})

describe('a tool call', () => {
  it('that fails is a result that the model can act on', async () => {
    const { url } = await serve(await mcpScene())
    const client = await connect(url)
    const { content, isError } = await client.callTool({
      name: 'asana_tasks_list',
      arguments: { projct: '1' },
    })
    expect(isError).toBe(true)
    expect(JSON.stringify(content)).toContain('Did you mean project')
  })

  it('for a tool that there is not names those there are', async () => {
    const { url } = await serve(await mcpScene())
    const client = await connect(url)
    await expect(client.callTool({ name: 'asana_tasks_delete', arguments: {} })).rejects.toThrow(
      'asana_tasks_list',
    )
  })
})

describe('the HTTP server', () => {
  const post = (url: string, headers: Record<string, string>) =>
    fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...headers,
      },
      body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}',
    })

  it('wants its bearer token', async () => {
    const { url } = await serve(await mcpScene())
    const without = await post(url, {})
    expect([without.status, without.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="asana-mcp"',
    ])
    for (const wrong of ['Bearer nope', `Bearer ${bearer}x`, `Basic ${bearer}`, `Bearer ${bearer} x`]) {
      const { status } = await post(url, { authorization: wrong })
      expect(status, wrong).toBe(401)
    }
  })

  it('refuses web pages, and names that are not its own', async () => {
    const { url } = await serve(await mcpScene())
    const authorization = `Bearer ${bearer}`
    const page = await post(url, { authorization, origin: 'https://evil.example' })
    expect(page.status).toBe(403)
    expect(await rebound(url, 'evil.example', authorization)).toBe(403)
  })

  it('listens on this machine alone unless told otherwise', async () => {
    const { url } = await serve(await mcpScene())
    expect(new URL(url).hostname).toBe('127.0.0.1')
  })

  it('is nowhere but at /mcp', async () => {
    const { url } = await serve(await mcpScene())
    expect((await fetch(new URL('/', url))).status).toBe(404)
  })
})

describe('two users of one server', () => {
  it('each act as themselves', async () => {
    const [one, other] = [await mcpScene(), await mcpScene()]
    const token = other.sandbox.createPersonalAccessToken('ben@example.com')
    const manager = { asana: other.sandbox.endpoints, environment: {} }
    const ben = new AsanaConnector({ authConfig: { token }, manager })
    const server = await serveHttp({
      identity,
      authenticate: given =>
        sameToken(given, bearer)
          ? one.connector.tools({ actions: ['users.get'] })
          : sameToken(given, `${bearer}-of-ben`)
            ? ben.tools({ actions: ['users.get'] })
            : undefined,
    })
    onTestFinished(() => server.close())
    const askWho = async (authorization: string) => {
      const client = new Client({ name: 'test', version: '1' })
      const requestInit = { headers: { authorization } }
      await client.connect(new StreamableHTTPClientTransport(new URL(server.url), { requestInit }))
      onTestFinished(() => client.close())
      return JSON.stringify(await client.callTool({ name: 'asana_users_get', arguments: { user_gid: 'me' } }))
    }
    const answers = await Promise.all([askWho(`Bearer ${bearer}`), askWho(`Bearer ${bearer}-of-ben`)])
    expect(answers[0]).toContain('ada@example.com')
    expect(answers[1]).toContain('ben@example.com')
  })
})

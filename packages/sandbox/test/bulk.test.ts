import { describe, expect, test } from 'vitest'
import { startSandbox } from '../src/index.ts'
import { apiAs, gidNamed } from './support/api-client.ts'

describe('many tasks', () => {
  test('10,000 are added at once and listed a hundred at a time, each once', async () => {
    await using sandbox = await startSandbox()
    const api = apiAs(sandbox)
    const project = await gidNamed(api, '/projects', 'Bugs')
    const before = (await api('GET', `/projects/${project}/tasks`)).records.map(one => one['gid'])
    const added = sandbox.addTasks(project, 10_000)
    const seen: unknown[] = []
    let next: string | undefined = `/projects/${project}/tasks?limit=100`
    while (next !== undefined) {
      const { records, body }: Awaited<ReturnType<typeof api>> = await api('GET', next)
      seen.push(...records.map(one => one['gid']))
      next = (body['next_page'] as { path: string } | null)?.path
    }
    expect(seen).toHaveLength(before.length + 10_000)
    expect(new Set(seen)).toEqual(new Set([...before, ...added]))
  })

  test('need a project and a whole number', async () => {
    await using sandbox = await startSandbox()
    expect(() => sandbox.addTasks('12', 1)).toThrow(TypeError)
    const [project] = sandbox.gidsOf('project')
    expect(() => sandbox.addTasks(project ?? '', 1.5)).toThrow(TypeError)
  })
})

describe('the request log', () => {
  const data = { name: 'Noted' }

  test('keeps what API requests carried, on demand', async () => {
    await using sandbox = await startSandbox({ recordBodies: true })
    const api = apiAs(sandbox)
    await api('PUT', `/tasks/${sandbox.gidsOf('task')[0]}?opt_fields=name`, data)
    expect(sandbox.requests.at(-1)?.sent).toEqual({
      ...{ query: 'opt_fields=name', contentType: 'application/json' },
      ...{ body: JSON.stringify({ data }), bodyBytes: JSON.stringify({ data }).length },
    })
  })

  test('keeps 64 KiB of a body', async () => {
    await using sandbox = await startSandbox({ recordBodies: true })
    await apiAs(sandbox)('POST', '/tasks', { name: 'x'.repeat(100_000) })
    const sent = sandbox.requests.at(-1)?.sent
    expect(sent?.body).toHaveLength(64 * 1024)
    expect(sent?.bodyBytes).toBeGreaterThan(100_000)
  })

  test('never keeps what the OAuth endpoints get', async () => {
    await using sandbox = await startSandbox({ recordBodies: true })
    await fetch(sandbox.endpoints.tokenUrl, {
      method: 'POST',
      body: new URLSearchParams({ client_secret: 's' }),
    })
    expect(sandbox.requests.at(-1)).toMatchObject({ endpoint: 'token' })
    expect(JSON.stringify(sandbox.requests)).not.toContain('client_secret')
  })

  test('keeps nothing of it unless told to', async () => {
    await using sandbox = await startSandbox()
    await apiAs(sandbox)('POST', '/tasks', { workspace: sandbox.workspaces[0]?.gid, ...data })
    expect(JSON.stringify(sandbox.requests)).not.toContain('Noted')
  })
})

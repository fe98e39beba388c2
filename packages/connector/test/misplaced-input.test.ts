import { beforeEach, describe, expect, it } from 'vitest'
import { type AgentTool, AsanaConnector } from '../src/index.ts'

const sent: string[] = []
const connector = new AsanaConnector({
  authConfig: { token: 'a' },
  manager: {
    environment: {},
    fetch: async (input: string | URL | Request) => {
      sent.push(String(input))
      return Response.json({ data: [] })
    },
  },
})

function named(tools: readonly AgentTool[], name: string): AgentTool {
  const tool = tools.find(one => one.name === name)
  if (!tool) throw new Error(`There is no ${name}.`)
  return tool
}

/** Without what it was given, a call would do something else, and look as if it had done what was meant. */
describe('what a model puts in a wrong place is said, and nothing is sent', () => {
  beforeEach(() => void sent.splice(0))

  it.each<[string, object, string]>([
    ['parameters as text', { params: '{"workspace":"1"}' }, 'must be an object'],
    ['parameters as a list', { params: [{ workspace: '1' }] }, 'must be an object'],
    ['parameters beside the entity', { workspace: '1', limit: 5 }, 'workspace, limit into params'],
  ])('asana_execute: %s', async (_, input, text) => {
    const execute = named(connector.tools(), 'asana_execute')
    expect(await execute.execute({ entity: 'users', action: 'list', ...input })).toMatchObject({
      isError: true,
      text: expect.stringContaining(text),
    })
    expect(sent).toEqual([])
  })

  it('a tool of one action: text', async () => {
    const list = named(connector.tools({ actions: ['users.list'] }), 'asana_users_list')
    expect(await list.execute('{"workspace":"1"}')).toMatchObject({ isError: true })
    expect(sent).toEqual([])
  })

  it('but nothing at all is no parameters', async () => {
    const execute = named(connector.tools(), 'asana_execute')
    for (const input of [{}, { params: null }])
      expect(await execute.execute({ entity: 'users', action: 'list', ...input })).toMatchObject({
        isError: false,
      })
    expect(sent).toHaveLength(2)
  })

  it.each([{ getReader: 1 }, { getReader: 'x' }])('a file that is none: %o', async file => {
    const call = connector.execute('attachments', 'create', { data: { parent: '1', file } })
    await expect(call).rejects.toMatchObject({ code: 'invalid_parameter' })
    expect(sent).toEqual([])
  })
})

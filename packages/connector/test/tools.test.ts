import { tool as langChainTool, type StructuredToolInterface } from '@langchain/core/tools'
import { generateText, jsonSchema, stepCountIs } from 'ai'
import { MockLanguageModelV3 } from 'ai/test'
import { describe, expect, it } from 'vitest'
import {
  type AgentTool,
  AsanaConnector,
  runOpenAiToolCalls,
  toAiSdkTools,
  toLangChainTools,
  toOpenAiTools,
} from '../src/index.ts'
import { connectorScene } from './scene.ts'

const offline = new AsanaConnector({ authConfig: { token: 'unused' }, manager: { environment: {} } })
const named = (tools: readonly AgentTool[], name: string) => {
  const found = tools.find(tool => tool.name === name)
  if (!found) throw new Error(`no tool ${name}`)
  return found
}

describe('tools()', () => {
  it('is one tool for everything, and one to look things up', () => {
    const tools = offline.tools()
    expect(tools.map(({ name }) => name)).toEqual(['asana_execute', 'asana_describe'])
    expect(named(tools, 'asana_execute').description).toContain('tasks (add_dependencies')
    // What they cost in each prompt; the README says so.
    expect(JSON.stringify(tools).length).toBeLessThan(5000)
  })

  it('is one for each action that is named, by patterns too', () => {
    const names = (actions: string[]) => offline.tools({ actions }).map(({ name }) => name)
    expect(names(['tasks.list', 'tasks.create'])).toEqual(['asana_tasks_create', 'asana_tasks_list'])
    expect(names(['sections.*'])).toEqual([
      'asana_sections_delete',
      'asana_sections_get',
      'asana_sections_update',
    ])
    expect(names(['*.get']).length).toBeGreaterThan(30)
  })

  it('has names, descriptions and schemas that every provider takes', () => {
    const tools = offline.tools({ actions: ['*.*'] })
    expect(tools.length).toBeGreaterThan(240)
    expect(new Set(tools.map(({ name }) => name)).size).toBe(tools.length)
    for (const { name, description, inputSchema } of tools) {
      expect(name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/)
      expect(description.length).toBeGreaterThan(10)
      expect(inputSchema.type).toBe('object')
      for (const property of Object.keys(inputSchema.properties))
        expect(property).toMatch(/^[a-zA-Z0-9_-]{1,64}$/)
    }
  })

  it('only reads with readOnly', () => {
    const tools = offline.tools({ actions: ['*.*'], readOnly: true })
    expect(tools.every(({ annotations }) => annotations.readOnly)).toBe(true)
    expect(named(offline.tools({ readOnly: true }), 'asana_execute').annotations).toEqual({
      readOnly: true,
      destructive: false,
    })
  })

  it('refuses a pattern that names nothing', () => {
    expect(() => offline.tools({ actions: ['task.list'] })).toThrow(/task\.list.*Did you mean.*tasks\.list/)
    expect(() => offline.tools({ allow: ['tasks.delete'], readOnly: true })).toThrow('readOnly')
  })

  it.each([
    ['a misspelt option', { readonly: true }, 'readOnly'],
    ['both kinds of lists', { actions: ['tasks.list'], allow: ['tasks.list'] }, 'either'],
    ['a list that is none', { actions: 'tasks.list' }, 'actions'],
    ['a word for a boolean', { readOnly: 'yes' }, 'readOnly'],
    ['no room for an answer', { maxOutputChars: 0 }, 'maxOutputChars'],
    ['a name with too many parts', { actions: ['tasks.list.all'] }, 'tasks.list'],
  ])('refuses %s', (_, options, text) => {
    expect(() => offline.tools(options as never)).toThrow(
      expect.objectContaining({ code: 'invalid_option', message: expect.stringContaining(text) }),
    )
  })

  it('flags what writes and deletes as needing approval', () => {
    const [create, remove, list] = ['tasks.create', 'tasks.delete', 'tasks.list'].map(
      id => offline.tools({ actions: [id] })[0],
    )
    expect([create, remove, list].map(tool => tool?.needsApproval({}))).toEqual([true, true, false])
    expect(remove?.annotations.destructive).toBe(true)
    const execute = named(offline.tools(), 'asana_execute')
    expect(execute.needsApproval({ entity: 'tasks', action: 'delete' })).toBe(true)
    expect(execute.needsApproval({ entity: 'tasks', action: 'list' })).toBe(false)
  })

  it('speaks of pages as Asana has them', () => {
    const text = JSON.stringify(offline.tools({ actions: ['*.*'] })) + JSON.stringify(offline.tools())
    expect(text).toContain('nextPage.offset')
    expect(text).not.toMatch(/starting_after|has_more|cursor/)
  })
})

describe('asana_execute', () => {
  it('answers with JSON, and with where the next page begins', async () => {
    const { connector, workspace } = await connectorScene()
    const execute = named(connector.tools(), 'asana_execute')
    const params = { assignee: 'me', workspace, limit: 1 }
    const { text, isError } = await execute.execute({ entity: 'tasks', action: 'list', params })
    expect(isError).toBe(false)
    const { data, nextPage } = JSON.parse(text)
    expect(data).toHaveLength(1)
    const next = await execute.execute({
      entity: 'tasks',
      action: 'list',
      params: { ...params, offset: nextPage.offset },
    })
    expect(JSON.parse(next.text).data[0].gid).not.toBe(data[0].gid)
  })

  it('answers errors that a model can act on', async () => {
    const { connector } = await connectorScene()
    const execute = named(connector.tools(), 'asana_execute')
    const said = async (entity: string, action: string, params: object) => {
      const { text, isError } = await execute.execute({ entity, action, params })
      expect(isError).toBe(true)
      return text
    }
    expect(await said('task', 'list', {})).toContain('Did you mean tasks')
    expect(await said('tasks', 'get', {})).toContain('task_gid is required')
    expect(await said('tasks', 'get', { task_gid: '999' })).toMatch(/not_found.*Look the gid up/s)
  })

  it('does only what is allowed, under whichever name', async () => {
    const { connector, sandbox } = await connectorScene()
    const execute = named(connector.tools({ allow: ['tasks.*', 'users.get'] }), 'asana_execute')
    const before = sandbox.counters.api.total
    for (const [entity, action] of [
      ['projects', 'list'],
      ['tasks', 'add_tag'],
      ['users', 'list'],
    ]) {
      expect(await execute.execute({ entity, action, params: {} })).toMatchObject({ isError: true })
    }
    // Nor is anybody asked to approve what will not be done, or told of what is not to be had.
    expect(execute.needsApproval({ entity: 'projects', action: 'delete' })).toBe(false)
    const { text } = await execute.execute({ entity: 'project', action: 'list', params: {} })
    expect(text).not.toContain('projects')
    expect(sandbox.counters.api.total).toBe(before)
    expect(
      await execute.execute({ entity: 'users', action: 'get', params: { user_gid: 'me' } }),
    ).toMatchObject({
      isError: false,
    })
  })

  it('says how to ask for less when an answer is too long', async () => {
    const { connector, workspace } = await connectorScene()
    const execute = named(connector.tools({ maxOutputChars: 200 }), 'asana_execute')
    const params = { assignee: 'me', workspace }
    const { text, isError } = await execute.execute({ entity: 'tasks', action: 'list', params })
    expect(isError).toBe(true)
    expect(text).toMatch(/too long.*items.*opt_fields.*limit.*offset/)
    expect(text.length).toBeLessThan(1000)
  })

  it('throws nothing but an abort', async () => {
    const { connector } = await connectorScene()
    const execute = named(connector.tools(), 'asana_execute')
    for (const input of [
      undefined,
      null,
      'tasks',
      5,
      [],
      { entity: 5 },
      { entity: 'tasks', action: 'get', params: 'x' },
    ]) {
      expect(await execute.execute(input)).toMatchObject({ isError: true })
    }
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(
      execute.execute({ entity: 'users', action: 'get', params: { user_gid: 'me' } }, { signal }),
    ).rejects.toThrow('enough')
  })

  it('is told by asana_describe what an action takes', async () => {
    const describeTool = named(offline.tools({ allow: ['tasks.*'] }), 'asana_describe')
    expect((await describeTool.execute({})).text).toContain('tasks (')
    const { text } = await describeTool.execute({ entity: 'tasks', action: 'list' })
    expect(JSON.parse(text).data[0].params.properties).toHaveProperty('completed_since')
    expect(await describeTool.execute({ entity: 'projects' })).toMatchObject({ isError: true })
  })
})

describe('with the AI SDK', () => {
  it('a model calls a tool, reads the result, and answers', async () => {
    const { connector } = await connectorScene()
    const model = new MockLanguageModelV3({
      doGenerate: [
        {
          content: [
            {
              type: 'tool-call',
              toolCallId: 'call-1',
              toolName: 'asana_users_get',
              input: JSON.stringify({ user_gid: 'me', opt_fields: ['email'] }),
            },
          ],
          finishReason: { unified: 'tool-calls', raw: undefined },
          usage,
          warnings: [],
        },
        {
          content: [{ type: 'text', text: 'You are Ada.' }],
          finishReason: { unified: 'stop', raw: undefined },
          usage,
          warnings: [],
        },
      ],
    })
    const { text, steps } = await generateText({
      model,
      tools: toAiSdkTools(connector.tools({ actions: ['users.get'] }), jsonSchema),
      prompt: 'Who am I?',
      stopWhen: stepCountIs(3),
    })
    expect(text).toBe('You are Ada.')
    expect(steps[0]?.toolResults[0]?.output).toContain('ada@example.com')
    // The result went back to the model.
    expect(JSON.stringify(model.doGenerateCalls[1]?.prompt)).toContain('ada@example.com')
    expect(JSON.stringify(model.doGenerateCalls[0]?.tools)).toContain('user_gid')
  })

  it('a call that writes waits for a person', async () => {
    const { connector, sandbox, workspace } = await connectorScene()
    const before = sandbox.counters.api.total
    const model = new MockLanguageModelV3({
      doGenerate: {
        content: [
          {
            type: 'tool-call',
            toolCallId: 'call-1',
            toolName: 'asana_tasks_create',
            input: JSON.stringify({ data: { name: 'New', workspace } }),
          },
        ],
        finishReason: { unified: 'tool-calls', raw: undefined },
        usage,
        warnings: [],
      },
    })
    const { content } = await generateText({
      model,
      tools: toAiSdkTools(connector.tools({ actions: ['tasks.create'] }), jsonSchema),
      prompt: 'Make a task',
      stopWhen: stepCountIs(3),
    })
    expect(content.map(({ type }) => type)).toContain('tool-approval-request')
    expect(sandbox.counters.api.total).toBe(before)
  })
})

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
}

describe('with OpenAI function calling', () => {
  it('offers functions, and answers a model’s calls with messages', async () => {
    const { connector } = await connectorScene()
    const tools = connector.tools({ actions: ['users.get'] })
    expect(toOpenAiTools(tools)).toMatchObject([
      { type: 'function', function: { name: 'asana_users_get', parameters: { type: 'object' } } },
    ])
    const call = (id: string, name: string, args: string) => ({ id, function: { name, arguments: args } })
    const messages = await runOpenAiToolCalls(tools, [
      call('1', 'asana_users_get', '{"user_gid":"me"}'),
      call('2', 'asana_users_get', '{"user_gid":'),
      call('3', 'asana_users_list', '{}'),
    ])
    expect(messages.map(message => [message.role, message.tool_call_id])).toEqual([
      ['tool', '1'],
      ['tool', '2'],
      ['tool', '3'],
    ])
    expect(messages[0]?.content).toContain('ada@example.com')
    expect(messages[1]?.content).toContain('no valid JSON')
    expect(messages[2]?.content).toContain('asana_users_get')
  })
})

describe('approval, where no framework asks for it', () => {
  it('is asked for each call that writes, and nothing is written without', async () => {
    const { connector, sandbox, workspace } = await connectorScene()
    const tools = connector.tools({ actions: ['tasks.create', 'users.get'] })
    const input = { data: { name: 'Asked for', workspace } }
    const call = { id: '1', function: { name: 'asana_tasks_create', arguments: JSON.stringify(input) } }
    const before = sandbox.counters.api.total
    const [unasked] = await runOpenAiToolCalls(tools, [call])
    expect(unasked?.content).toContain('needs approval')
    const [denied] = await runOpenAiToolCalls(tools, [call], { approve: () => false })
    expect(denied?.content).toContain('did not approve')
    expect(sandbox.counters.api.total).toBe(before)
    const asked: unknown[] = []
    const approve = async (request: unknown) => asked.push(request) > 0
    const [done] = await runOpenAiToolCalls(tools, [call], { approve })
    expect(asked).toEqual([{ tool: 'asana_tasks_create', input }])
    expect(done?.content).toContain('Asked for')
  })

  it('is asked by LangChain’s tools, too', async () => {
    const { connector, workspace } = await connectorScene()
    const tools = connector.tools({ actions: ['tasks.create'] })
    const input = { data: { name: 'Chained', workspace } }
    const [closed] = toLangChainTools<StructuredToolInterface>(tools, langChainTool)
    expect(await closed?.invoke(input)).toContain('needs approval')
    const [open] = toLangChainTools<StructuredToolInterface>(tools, langChainTool, { approve: () => true })
    expect(await open?.invoke(input)).toContain('Chained')
  })
})

describe('with LangChain', () => {
  it('is a tool of its own kind, which a tool call runs', async () => {
    const { connector } = await connectorScene()
    const [getUser] = toLangChainTools<StructuredToolInterface>(
      connector.tools({ actions: ['users.get'] }),
      langChainTool,
    )
    const message: unknown = await getUser?.invoke({
      type: 'tool_call',
      id: 'call-1',
      name: 'asana_users_get',
      args: { user_gid: 'me' },
    })
    expect(message).toMatchObject({
      tool_call_id: 'call-1',
      name: 'asana_users_get',
      content: expect.stringContaining('ada@example.com'),
    })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AsanaConnector } from '../src/index.ts'
import { nearest } from '../src/parameters/nearest.ts'

const sent: string[] = []
const manager = {
  environment: {},
  fetch: async (input: string | URL | Request) => {
    sent.push(String(input))
    return Response.json({ data: {} })
  },
}
const connector = new AsanaConnector({ authConfig: { token: 'secret-token' }, manager })
const refused = (entity: string, action: string, params?: Record<string, unknown>) =>
  connector.execute(entity, action, params).then(
    () => {
      throw new Error('it was sent')
    },
    (error: unknown) => error,
  )

describe('before anything is sent, it refuses', () => {
  it('an unknown entity, and names the nearest', async () => {
    expect(await refused('taks', 'list')).toMatchObject({
      name: 'EntityNotFoundError',
      code: 'entity_not_found',
      suggestions: expect.arrayContaining(['tasks']),
      message: expect.stringMatching(/Did you mean .*tasks/),
    })
  })

  it('an unknown action, and names those there are', async () => {
    expect(await refused('tasks', 'remove')).toMatchObject({
      name: 'ActionNotSupportedError',
      code: 'action_not_supported',
      supported: expect.arrayContaining(['list', 'get', 'create', 'update', 'delete']),
      message: expect.stringContaining('update'),
    })
  })

  it.each([
    ['a missing parameter', 'tasks', 'get', {}, 'MissingParameterError', 'task_gid is required'],
    ['missing data', 'tasks', 'update', { task_gid: '1' }, 'MissingParameterError', 'data is required'],
    [
      'a missing field',
      'project_sections',
      'create',
      { project_gid: '1', data: {} },
      'MissingParameterError',
      'data.name',
    ],
    ['a missing query parameter', 'attachments', 'list', {}, 'MissingParameterError', 'parent is required'],
    [
      'a misspelt parameter',
      'tasks',
      'list',
      { projct: '1' },
      'InvalidParameterError',
      'Did you mean project',
    ],
    [
      'a misspelt field',
      'tasks',
      'create',
      { data: { nmae: 'x' } },
      'InvalidParameterError',
      'data.nmae. Did you mean name',
    ],
    ['a number for an id', 'tasks', 'get', { task_gid: 1204 }, 'InvalidParameterError', 'put ids in quotes'],
    ['a word for a boolean', 'projects', 'list', { archived: 'yes' }, 'InvalidParameterError', 'archived'],
    [
      'a value that is none of the enumerated',
      'projects',
      'create',
      { data: { name: 'x', default_view: 'cards' } },
      'InvalidParameterError',
      'data.default_view',
    ],
    [
      'a date that is none',
      'tasks',
      'create',
      { data: { due_on: 'tomorrow' } },
      'InvalidParameterError',
      'YYYY-MM-DD',
    ],
    [
      'a time that is none',
      'tasks',
      'list',
      { project: '1', completed_since: 'soon' },
      'InvalidParameterError',
      'completed_since',
    ],
    ['a limit of 0', 'tasks', 'list', { project: '1', limit: 0 }, 'InvalidParameterError', 'limit'],
    ['a limit of 101', 'tasks', 'list', { project: '1', limit: 101 }, 'InvalidParameterError', 'limit'],
    ['an id with a slash', 'tasks', 'get', { task_gid: '1/2' }, 'InvalidParameterError', 'task_gid'],
    ['an id with dots', 'tasks', 'get', { task_gid: '../users/me' }, 'InvalidParameterError', 'task_gid'],
    [
      'fields both in data and beside it',
      'tasks',
      'create',
      { name: 'x', data: { notes: 'y' } },
      'InvalidParameterError',
      'not both',
    ],
    [
      'one parameter under both names',
      'workspace_task_search',
      'list',
      { workspace_gid: '1', assignee_any: '1', 'assignee.any': '2' },
      'InvalidParameterError',
      'twice',
    ],
    [
      'allPages of what is no list',
      'tasks',
      'get',
      { task_gid: '1', allPages: true },
      'InvalidParameterError',
      'allPages',
    ],
    [
      'maxItems without allPages',
      'tasks',
      'list',
      { project: '1', maxItems: 5 },
      'InvalidParameterError',
      'allPages',
    ],
    [
      'maxItems that cannot be made a number',
      'tasks',
      'list',
      { project: '1', allPages: true, maxItems: { toString: 0 } },
      'InvalidParameterError',
      'whole number',
    ],
  ])('%s', async (_, entity, action, params, name, text) => {
    expect(await refused(entity, action, params)).toMatchObject({
      name,
      message: expect.stringContaining(text),
    })
  })

  it('all that is wrong at once', async () => {
    const error = await refused('tasks', 'list', { projct: '1', limit: 500, completed_since: 'soon' })
    expect(error).toMatchObject({
      issues: [{ parameter: 'projct' }, { parameter: 'completed_since' }, { parameter: 'limit' }],
    })
  })

  it('and has sent nothing', () => expect(sent).toEqual([]))
})

describe('the constructor refuses', () => {
  it.each([
    ['no credentials', {}, 'no credentials'],
    ['both kinds of credentials', { authConfig: { token: 'a', refreshToken: 'b' } }, 'not both'],
    ['an access token alone', { authConfig: { accessToken: 'a' } }, 'refreshToken'],
    [
      'credentials and a manager',
      { authConfig: { token: 'a' }, auth: {}, subject: 'u' },
      'more than one kind',
    ],
    ['an unknown key', { authConfig: { token: 'a', tokn: 'b' } }, 'tokn'],
    ['an unknown option', { authConfig: { token: 'a' }, colour: 'red' }, 'colour'],
    ['one key under both names', { authConfig: { refreshToken: 'a', refresh_token: 'b' } }, 'twice'],
    ['a token that is no text', { authConfig: { token: 5 } }, 'authConfig.token'],
    ['a callback that is none', { authConfig: { token: 'a' }, onTokenRefresh: 'save' }, 'onTokenRefresh'],
    ['no object', 'token', 'object'],
    [
      'a hosted server without a secret',
      { externalUserId: 'u', clientId: 'c', baseUrl: 'https://x.test' },
      'clientSecret',
    ],
    [
      'a hosted server over plain http',
      { externalUserId: 'u', clientId: 'c', clientSecret: 's', baseUrl: 'http://x.test' },
      'https',
    ],
  ])('%s', (_, options, text) => {
    expect(() => new AsanaConnector(options as never)).toThrow(
      expect.objectContaining({ code: 'invalid_option', message: expect.stringContaining(text) }),
    )
  })

  it('without repeating a secret', () => {
    const options = { authConfig: { token: 'hush-1', refreshToken: 'hush-2' }, extra: 'hush-3' }
    expect(() => new AsanaConnector(options as never)).toThrow(/^(?!.*hush).*$/s)
  })
})

describe('the nearest names', () => {
  const names = ['tasks', 'project_tasks', 'workspaces', 'users']

  it('are found whatever happened to one letter', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.stringMatching(/^[a-z]$/), (name, seed, letter) => {
        const at = seed % name.length
        const wrong = name.slice(0, at) + letter + name.slice(at + 1)
        expect(nearest(wrong, names)).toContain(name)
      }),
    )
  })

  it('are among those there are, at most three, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), text => {
        const found = nearest(text, names)
        expect(found.length).toBeLessThanOrEqual(3)
        for (const name of found) expect(names).toContain(name)
      }),
    )
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRealm } from '../src/create-realm.ts'
import { type Sandbox, startSandbox } from '../src/index.ts'
import { createRoutes } from '../src/rest/routes.ts'
import { type Cast, createCast } from './description/sample-calls.ts'
import { type ApiClient, apiAs } from './support/api-client.ts'

const neverDispatched = () => Promise.reject(new Error('not dispatched'))
const routes = createRoutes(createRealm({}, new AbortController().signal), neverDispatched, () => {})

let sandbox: Sandbox
let api: ApiClient
let cast: Cast
const mistakes: unknown[] = []
beforeAll(async () => {
  sandbox = await startSandbox({ premium: true, onError: error => mistakes.push(error) })
  api = apiAs(sandbox)
  cast = await createCast(sandbox, api)
})
afterAll(() => sandbox.close())

const fill = (template: string) =>
  template.replace(/{(\w+?)(_gid)?}/g, (_whole, name: string) => cast[name] ?? '1')

/** Names that many operations read. */
const names = [
  ...[
    'name',
    'text',
    'parent',
    'target',
    'member',
    'members',
    'followers',
    'user',
    'workspace',
    'organization',
  ],
  ...[
    'custom_field',
    'custom_fields',
    'enum_option',
    'enum_options',
    'item',
    'supporting_resource',
    'resource',
  ],
  ...['project', 'projects', 'section', 'task', 'tag', 'team', 'actions', 'include', 'effort', 'permissions'],
  ...[
    'total',
    'assignee',
    'dependencies',
    'action_data',
    'export_request_parameters',
    'filters',
    'start_date',
  ],
  ...[
    'duration_minutes',
    'rate',
    'approval_status',
    'access_level',
    'color',
    'memberships',
    'external',
    'due_on',
  ],
]
const oddities = [7, 'nonsense', [null], [{}], { gid: '1' }, '12']

test('no write answers 500 to a field of any shape', async () => {
  const writes = routes.filter(({ method }) => method === 'POST' || method === 'PUT')
  for (const { method, template } of writes) {
    const path = fill(template)
    const write = (name: string, value: unknown) => api(method, path, { [name]: value })
    const probes = await Promise.all(names.map(name => write(name, null)))
    const read = names.filter(
      (name, index) => probes[index]?.message !== `${name}: Cannot write this property`,
    )
    for (const name of read) await Promise.all(oddities.map(odd => write(name, odd)))
  }
  expect(mistakes.splice(0)).toEqual([])
}, 60_000)

test('no read answers 500 to a parameter of any shape', async () => {
  const reads = routes.filter(({ method }) => method === 'GET')
  const parameters = [
    'workspace',
    'parent',
    'target',
    'user',
    'member',
    'project',
    'team',
    'resource',
    'owner',
  ]
  const more = [
    'start_date',
    'created_since',
    'time_periods',
    'resource_type',
    'sync',
    'entered_on_start_date',
  ]
  for (const { template } of reads) {
    for (const value of ['', '0', '12', 'nonsense', '__proto__', '-1', 'me', '1,2']) {
      const query = new URLSearchParams([...parameters, ...more].map(name => [name, value]))
      await api('GET', `${fill(template)}?${query}&opt_fields=${value}.${value}`)
    }
    await api('GET', `${template.replaceAll(/{\w+}/g, 'constructor')}?opt_fields=constructor,__proto__`)
  }
  expect(mistakes.splice(0)).toEqual([])
}, 60_000)

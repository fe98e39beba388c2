import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRealm } from '../../src/create-realm.ts'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { createRoutes } from '../../src/rest/routes.ts'
import { type ApiClient, apiAs } from '../support/api-client.ts'
import { turn } from './call-order.ts'
import {
  type Description,
  descriptionPath,
  type Operation,
  operationsOf,
  present,
  readDescription,
  scopesPath,
} from './description.ts'
import { type ResponseValidator, responseValidator } from './response-validator.ts'
import { addressOf, bodyFor, type Cast, createCast } from './sample-calls.ts'

const neverDispatched = () => Promise.reject(new Error('not dispatched'))
const routes = createRoutes(createRealm({}, new AbortController().signal), neverDispatched, () => {})

describe.runIf(present(scopesPath))('every operation of the description', () => {
  const documentedScopes = () => {
    const { operations } = JSON.parse(readFileSync(scopesPath, 'utf8')) as {
      operations: Record<string, { scopes: string[] }>
    }
    return Object.entries(operations).map(([name, { scopes }]) => [name, scopes[0]] as const)
  }
  const served = new Map(routes.map(route => [`${route.method} ${route.template}`, route.scope]))

  test('has a route, and no route is made up', () => {
    expect([...served.keys()].sort()).toEqual(
      documentedScopes()
        .map(([name]) => name)
        .sort(),
    )
  })

  test('needs the granular scope that Asana documents', () => {
    expect(Object.fromEntries(served)).toEqual(Object.fromEntries(documentedScopes()))
  })
})

describe.runIf(present(descriptionPath))('a call of every operation', () => {
  let sandbox: Sandbox
  let api: ApiClient
  let cast: Cast
  let description: Description
  let problemsOf: ResponseValidator
  let receiver: string
  const hook = createServer((request, response) => {
    response.setHeader('x-hook-secret', request.headers['x-hook-secret'] ?? '')
    response.end()
  })
  beforeAll(async () => {
    description = readDescription()
    problemsOf = await responseValidator(description)
    sandbox = await startSandbox({ premium: true })
    api = apiAs(sandbox)
    cast = await createCast(sandbox, api)
    await new Promise<void>(resolve => hook.listen(0, '127.0.0.1', resolve))
    receiver = `http://127.0.0.1:${(hook.address() as AddressInfo).port}`
    const webhook = await api('POST', '/webhooks', { resource: cast['project'], target: receiver })
    cast = { ...cast, webhook: String(webhook.record['gid']), target: receiver }
  })
  afterAll(async () => {
    hook.close()
    await sandbox.close()
  })

  const call = async (operation: Operation) => {
    const address = addressOf(operation, cast)
    if (operation.contentType === 'multipart/form-data') return upload(operation.path)
    const hasBody = operation.method !== 'GET' && operation.method !== 'DELETE'
    const data = hasBody ? bodyFor(description, operation, cast) : undefined
    if (operation.id === 'createWebhook')
      Object.assign(data ?? {}, { resource: cast['project'], target: receiver })
    return api(operation.method, address, data)
  }
  const upload = async (path: string) => {
    const body = new FormData()
    body.set('parent', cast['task'] ?? '')
    body.set('file', new File(['content'], 'file.txt'))
    const authorization = `Bearer ${sandbox.createPersonalAccessToken('ada@example.com')}`
    const response = await fetch(sandbox.endpoints.baseUrl + path, {
      ...{ method: 'POST', headers: { authorization }, body },
    })
    const answer = (await response.json()) as Record<string, unknown>
    return { status: response.status, body: answer, message: undefined }
  }
  // The first call has no sync token: that is documented to be refused.
  const refusedFirst = ['getEvents', 'getWorkspaceEvents']

  test('is answered as it is described, with every field that may be written', async () => {
    const operations = operationsOf(description).sort((one, other) => turn(one) - turn(other))
    expect(operations).toHaveLength(247)
    const problems: string[] = []
    for (const operation of operations) {
      const { status, body, message } = await call(operation)
      if (refusedFirst.includes(operation.id)) {
        if (status !== 412) problems.push(`${operation.id}: ${status}`)
        continue
      }
      if (status !== operation.successStatus) problems.push(`${operation.id}: ${status} ${message}`)
      else for (const problem of problemsOf(operation.id, body)) problems.push(`${operation.id}: ${problem}`)
    }
    expect(problems).toEqual([])
  }, 120_000)
})

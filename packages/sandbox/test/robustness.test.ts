import { request } from 'node:http'
import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../src/index.ts'
import { apiAs, gidNamed } from './support/api-client.ts'
import { newClient, postForm } from './support/oauth-client.ts'

let sandbox: Sandbox
let task: string
beforeAll(async () => {
  sandbox = await startSandbox()
  const workspace = sandbox.workspaces[0]?.gid
  task = await gidNamed(apiAs(sandbox), `/tasks?assignee=me&workspace=${workspace}`, 'Write the landing page')
})
afterAll(() => sandbox.close())

const alive = async () => expect((await apiAs(sandbox)('GET', '/users/me')).status).toBe(200)

describe('whatever is sent, the answer is never a 500', () => {
  // Whole code points: half of a surrogate pair can't be put into a URL.
  const text = fc.string({ unit: 'binary', maxLength: 40 })

  test('to the form endpoints', async () => {
    const names = [
      'grant_type',
      'client_id',
      'client_secret',
      'code',
      'refresh_token',
      'token',
      'redirect_uri',
    ]
    const values = fc.oneof(text, fc.constantFrom('authorization_code', 'refresh_token'))
    const forms = fc.dictionary(fc.constantFrom(...names), values)
    const paths = fc.constantFrom('/-/oauth_token', '/-/oauth_revoke', '/-/token_info', '/-/oauth_consent')
    await fc.assert(
      fc.asyncProperty(paths, forms, async (path, form) => {
        const { status } = await postForm(sandbox.url + path, { ...form })
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 100 },
    )
  })

  test('to the authorization endpoint', async () => {
    const client = newClient(sandbox)
    const names = ['scope', 'state', 'response_type', 'code_challenge', 'code_challenge_method', 'nonce']
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), text), async parameters => {
        const response = await fetch(client.authorizationUrl({ ...parameters }), { redirect: 'manual' })
        expect(response.status).toBeLessThan(500)
      }),
      { numRuns: 100 },
    )
  })

  test('as the data of a task', async () => {
    const names = [
      'name',
      'notes',
      'due_on',
      'due_at',
      'assignee',
      'completed',
      'external',
      'liked',
      'custom_fields',
    ]
    const data = fc.dictionary(fc.constantFrom(...names), fc.jsonValue())
    const api = apiAs(sandbox)
    await fc.assert(
      fc.asyncProperty(data, async fields => {
        expect(
          (await api('PUT', `/tasks/${task}`, { ...fields } as Record<string, unknown>)).status,
        ).toBeLessThan(500)
      }),
      { numRuns: 200 },
    )
  })

  test('as a path, a query or a list of fields', async () => {
    const api = apiAs(sandbox)
    await fc.assert(
      fc.asyncProperty(text, text, async (segment, value) => {
        const [part, query] = [encodeURIComponent(segment), encodeURIComponent(value)]
        for (const path of [
          `/tasks/${part}`,
          `/users/${part}`,
          `/tags?limit=${query}&offset=${query}`,
          `/tasks/${task}?opt_fields=${query}`,
          `/tasks?project=${query}`,
        ]) {
          expect((await api('GET', path)).status).toBeLessThan(500)
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('a path that is no URL, and a percent sign that encodes nothing', async () => {
  for (const path of ['//', '/api/1.0/tasks/%E0%A4%A', '/api/1.0//', '*']) {
    const status = await new Promise((resolve, reject) => {
      const { hostname, port } = new URL(sandbox.url)
      const sent = request({ hostname, port, path }, response => {
        response.resume()
        resolve(response.statusCode)
      })
      sent.on('error', reject)
      sent.end()
    })
    expect([path, status]).toEqual([path, 404])
  }
})

test('what is not HTTP, and a client that leaves in the middle, harm nobody', async () => {
  const { hostname, port } = new URL(sandbox.url)
  for (const bytes of [
    '\0\0\0',
    'POST /-/oauth_token HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc',
  ]) {
    await new Promise<void>(resolve => {
      const socket = connect(Number(port), hostname, () => socket.end(bytes))
      socket.on('error', () => {})
      socket.on('close', () => resolve())
      socket.resume()
      setImmediate(() => socket.destroySoon())
    })
  }
  await alive()
})

test('groups in opt_fields do not multiply without end', async () => {
  const groups = '(a|b)'.repeat(40)
  const { status } = await apiAs(sandbox)(
    'GET',
    `/tasks/${task}?opt_fields=name,${encodeURIComponent(groups)}`,
  )
  expect(status).toBe(200)
})

import { freePort, nobodyListens } from '@x/test-services'
import { expect, test } from 'vitest'
import { startSandbox } from '../src/index.ts'
import { apiAs } from './support/api-client.ts'

test('two sandboxes are two worlds', async () => {
  await using one = await startSandbox()
  await using other = await startSandbox()
  const token = one.createPersonalAccessToken('ada@example.com')
  const ask = (url: string) => fetch(`${url}/users/me`, { headers: { authorization: `Bearer ${token}` } })
  expect((await ask(one.endpoints.baseUrl)).status).toBe(200)
  expect((await ask(other.endpoints.baseUrl)).status).toBe(401)
})

test('closing ends kept-alive connections, frees the port, and may be done twice', async () => {
  const port = await freePort()
  const sandbox = await startSandbox({ port })
  await apiAs(sandbox)('GET', '/users/me')
  await Promise.all([sandbox.close(), sandbox.close()])
  await expect(fetch(sandbox.url)).rejects.toThrow()
  // A process that another test is spawning holds a copy of the socket until it runs its own program.
  await expect.poll(() => nobodyListens(port)).toBe(true)
  await using again = await startSandbox({ port })
  expect(again.url).toBe(sandbox.url)
})

test('closing ends what is still waiting', async () => {
  const sandbox = await startSandbox({ latencyMs: 60_000 })
  const waiting = expect(fetch(`${sandbox.endpoints.baseUrl}/users/me`)).rejects.toThrow()
  while (sandbox.counters.api.total === 0) await new Promise(resolve => setImmediate(resolve))
  await sandbox.close()
  await waiting
})

test('a port that is taken is an error', async () => {
  await using sandbox = await startSandbox()
  const port = Number(new URL(sandbox.url).port)
  await expect(startSandbox({ port })).rejects.toThrow('EADDRINUSE')
})

test('the same calls give the same gids', async () => {
  await using one = await startSandbox()
  await using other = await startSandbox()
  expect(one.users).toEqual(other.users)
  expect(one.users[0]?.gid).toMatch(/^12\d{14}$/)
})

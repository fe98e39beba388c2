import { expect, test } from 'vitest'
import { createClock, createFrozenClock, type SandboxClock, startSandbox } from '../src/index.ts'
import { apiWith } from './support/api-client.ts'
import { newClient } from './support/oauth-client.ts'

test('runs with real time, and advancing takes none', async () => {
  const clock = createClock()
  const before = Date.now()
  expect(clock.now()).toBeGreaterThanOrEqual(before)
  clock.advance(86_400_000)
  expect(clock.now() - before).toBeGreaterThanOrEqual(86_400_000)
  expect(clock.now() - before).toBeLessThan(86_400_000 + 10_000)
})

test('can be set, and runs on from there', () => {
  const clock = createClock()
  clock.set(1_000_000)
  expect(clock.now() - 1_000_000).toBeGreaterThanOrEqual(0)
  expect(clock.now() - 1_000_000).toBeLessThan(10_000)
})

test('a frozen clock stands still until it is moved', () => {
  const clock = createFrozenClock(1000)
  clock.advance(5)
  expect(clock.now()).toBe(1005)
  clock.set(7)
  expect(clock.now()).toBe(7)
})

test.each([Number.NaN, Number.POSITIVE_INFINITY])('does not take %s', ms => {
  expect(() => createClock().advance(ms)).toThrow(TypeError)
  expect(() => createClock().set(ms)).toThrow(TypeError)
  expect(() => createFrozenClock().advance(ms)).toThrow(TypeError)
})

test('the sandbox takes a clock of your own', async () => {
  let nowMs = Date.UTC(2030, 0, 1)
  const clock: SandboxClock = {
    now: () => nowMs,
    advance: ms => {
      nowMs += ms
    },
    set: ms => {
      nowMs = ms
    },
  }
  await using sandbox = await startSandbox({ clock, accessTokenLifetimeS: 10 })
  expect(sandbox.clock).toBe(clock)
  const api = apiWith(sandbox, (await newClient(sandbox).connect()).accessToken)
  nowMs += 9999
  expect((await api('GET', '/users/me')).status).toBe(200)
  nowMs += 1
  expect((await api('GET', '/users/me')).status).toBe(401)
})

test('what is created carries sandbox time', async () => {
  await using sandbox = await startSandbox({ clock: createFrozenClock(Date.UTC(2030, 0, 1)) })
  const api = apiWith(sandbox, sandbox.createPersonalAccessToken('ada@example.com'))
  const { record } = await api('POST', '/tasks', { name: 'x', workspace: sandbox.workspaces[0]?.gid })
  expect(record).toMatchObject({ created_at: '2030-01-01T00:00:00.000Z' })
})

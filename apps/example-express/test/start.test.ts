import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { connect, createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { freePort } from '@x/test-services'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'

const start = fileURLToPath(new URL('../dist/start.js', import.meta.url))

beforeAll(() => {
  if (!existsSync(start)) throw new Error('There is no dist/start.js: run `npx pnpm@12 build` first.')
})

/** The built app in a process of its own, as `npx pnpm@12 start` runs it. */
function run(env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [start], { env: { PATH: process.env['PATH'], ...env } })
  const output = { text: '' }
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output.text += chunk))
  onTestFinished(() => void child.kill('SIGKILL'))
  // All that it said has been read by then, which it has not always when it has exited.
  const exit = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  const said = async (text: string) => {
    while (!output.text.includes(text))
      await Promise.race([once(child.stdout, 'data'), exit.then(() => fail(output.text))])
  }
  return { child, output, exit, said }
}

function fail(output: string): never {
  throw new Error(`The app ended: ${output}`)
}

describe('the process', () => {
  it('serves beside the sandbox, and ends well at SIGTERM', async () => {
    const PORT = String(await freePort())
    const { child, output, exit, said } = run({ PORT })
    await said('Ctrl-C')
    expect(output.text).toContain(`Daylist is at http://localhost:${PORT}`)
    expect(output.text).toContain('There is no ASANA_CLIENT_ID, so a sandbox plays Asana')
    expect(output.text).toMatch(/\/hosted goes through the hosted server at http:\/\/127\.0\.0\.1:\d+\./)
    expect((await fetch(`http://127.0.0.1:${PORT}/healthz`)).status).toBe(200)
    const hosted = await fetch(`http://localhost:${PORT}/hosted`)
    expect([hosted.status, (await hosted.text()).includes('/hosted/connect')]).toEqual([200, true])
    child.kill('SIGTERM')
    expect(await exit).toEqual([0, null])
  })

  it('waits for a request that is under way, and not after a second signal', async () => {
    const PORT = String(await freePort())
    const { child, exit, said } = run({ PORT })
    await said('Ctrl-C')
    const socket = connect(Number(PORT), '127.0.0.1')
    socket.on('error', () => {})
    const head =
      'POST /tasks HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n'
    socket.write(`${head}half`)
    // It is under way when the app says to go on with it. That it is connected says the kernel alone.
    expect(String((await once(socket, 'data'))[0])).toContain('100 Continue')
    child.kill('SIGTERM')
    await said('"closing"')
    expect(child.exitCode).toBeNull()
    const impatient = setInterval(() => child.kill('SIGTERM'), 50)
    expect(await exit).toEqual([1, null])
    clearInterval(impatient)
    socket.destroy()
  })

  it('goes to the real Asana with an app of your own, without a request', async () => {
    const key = () => `a:${randomBytes(32).toString('base64')}`
    const PORT = String(await freePort())
    const env = {
      PORT,
      HOST: '127.0.0.1',
      ASANA_CLIENT_ID: '123',
      ASANA_CLIENT_SECRET: 'canary',
      ENCRYPTION_KEYS: key(),
      COOKIE_KEYS: key(),
    }
    const { child, output, exit, said } = run(env)
    await said('Ctrl-C')
    expect(output.text).toContain('It connects to app.asana.com')
    const login = await fetch(`http://localhost:${PORT}/asana/login`, { redirect: 'manual' })
    expect(login.status).toBe(302)
    const authorization = new URL(login.headers.get('location') ?? '')
    expect(authorization.origin + authorization.pathname).toBe('https://app.asana.com/-/oauth_authorize')
    expect(authorization.searchParams.get('scope')).toBe(
      'tasks:read tasks:write projects:read workspaces:read',
    )
    child.kill('SIGINT')
    expect(await exit).toEqual([0, null])
    expect(output.text).not.toContain('canary')
  })

  it.each([
    [
      { ASANA_CLIENT_ID: '1', ASANA_CLIENT_SECRET: '2' },
      'ENCRYPTION_KEYS is not set. With a real Asana app it is required',
    ],
    [{ CREDENTIAL_STORE: 'redis' }, 'CREDENTIAL_STORE=redis needs REDIS_URL'],
    [{ CREDENTIAL_STORE: 'mongo' }, 'choose one of memory, redis, postgres, secrets-manager'],
    [{ PORT: 'http' }, 'PORT is "http"'],
    [{ HOSTED_URL: 'https://hosted.example' }, 'set HOSTED_CLIENT_ID and HOSTED_CLIENT_SECRET'],
  ])('does not start with %j, and says why without a stack', async (env, reason) => {
    const { output, exit } = run(env)
    expect(await exit).toEqual([1, null])
    expect(output.text).toContain(reason)
    expect(output.text).not.toMatch(/\n\s+at /)
  })

  it('says that the port is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const { output, exit } = run({ PORT: String(port) })
    expect(await exit).toEqual([1, null])
    expect(output.text).toContain(`Port ${port} is in use. Set PORT`)
    server.close()
  })
})

import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { serveHttp } from '../src/index.ts'

/** How the server answers, and what it tells whoever runs it. */
async function answerTo(method: string, host: string): Promise<{ status: number; told: string[] }> {
  const told: string[] = []
  const server = await serveHttp({
    identity: { name: 'asana', version: '1' },
    authenticate: () => undefined,
    onError: error => told.push(error.message),
  })
  onTestFinished(() => server.close())
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(`${method} /mcp HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  const [, status] = (await text(socket)).split(' ')
  return { status: Number(status), told }
}

it.each([
  ['POST', 'localhost', 401],
  ['POST', 'evil.example', 403],
  ['POST', 'a b', 403],
  ['POST', '[::1', 403],
  ['TRACE', 'localhost', 405],
  ['PUT', 'localhost', 405],
])('%s for %j is refused with %i, and is nothing to tell of', async (method, host, status) => {
  expect(await answerTo(method, host)).toEqual({ status, told: [] })
})

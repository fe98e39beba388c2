import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { HostedScene } from './hosted-scene.ts'

/** All that comes back on the connection on which a file is downloaded. */
async function download(file: string, sizeBytes: number): Promise<string> {
  const scene = await HostedScene.open({
    server: {
      makeExecutor: () => ({
        execute: async () => ({ data: {}, meta: {} }),
        download: async () => ({
          stream: new Blob([file]).stream(),
          name: 'file.txt',
          sizeBytes,
          contentType: 'text/plain',
        }),
      }),
    },
  })
  onTestFinished(() => scene.close())
  const id = await scene.connect('ada')
  const body = JSON.stringify({ entity: 'attachments', action: 'download', params: { attachment_gid: '1' } })
  const { hostname, port } = new URL(scene.url)
  const socket = connect(Number(port), hostname)
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  socket.write(
    [
      `POST /v1/integrations/connectors/${id}/execute HTTP/1.1`,
      'Host: localhost',
      `Authorization: Bearer ${await scene.scopedToken('ada')}`,
      'Content-Type: application/json',
      // One that is reused; but who got all has nothing to wait for.
      `Connection: ${sizeBytes === file.length ? 'close' : 'keep-alive'}`,
      `Content-Length: ${body.length}`,
      '',
      body,
    ].join('\r\n'),
  )
  const begun = performance.now()
  const answer = await text(socket)
  // Node ends a connection that nobody uses after five seconds: this one was broken off.
  if (sizeBytes !== file.length) expect(performance.now() - begun).toBeLessThan(4000)
  return answer
}

const FORGED = 'HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged'

it('a file comes as long as it is', async () => {
  expect(await download('0123456789', 10)).toMatch(/Content-Length: 10\r\n.*\r\n\r\n0123456789$/s)
})

it('a file that is longer than Asana says is no answer to whoever asks next on the connection', async () => {
  expect(await download(`0123456789${FORGED}`, 10)).not.toContain('forged')
})

it('a file that is shorter than Asana says breaks off, and keeps nobody waiting', async () => {
  expect(await download('01234', 10)).toContain('Content-Length: 10')
})

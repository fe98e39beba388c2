import { expect, it, onTestFinished } from 'vitest'
import { HostedScene } from './hosted-scene.ts'

async function typeOf(contentType: string): Promise<string | null> {
  const stream = new Blob(['x']).stream()
  const download = async () => ({ stream, name: 'x', sizeBytes: 1, contentType })
  const makeExecutor = () => ({ execute: async () => ({ data: {}, meta: {} }), download })
  const scene = await HostedScene.open({ server: { makeExecutor } })
  onTestFinished(() => scene.close())
  const [id, token] = [await scene.connect('ada'), await scene.operatorToken()]
  const { headers } = await scene.execute(token, id, 'attachments', 'download', { attachment_gid: '1' })
  return headers.get('content-type')
}

it.each([
  ['image/png', 'image/png'],
  // Who uploaded the file may have called it anything.
  ['kitten', 'application/octet-stream'],
  ['', 'application/octet-stream'],
])('a file of the type %j comes as %s', async (given, expected) => {
  expect(await typeOf(given)).toBe(expected)
})

import type { Executor } from '@x/asana-connector-hosted'
import { expect, it, vi } from 'vitest'
import { HostedScene } from './hosted-scene.ts'

type Stream = Awaited<ReturnType<Executor['download']>>['stream']

/** Begins to download what comes in the stream. */
async function begin(scene: HostedScene, signal?: AbortSignal): Promise<Response> {
  const [id, token] = [await scene.connect('ada'), await scene.scopedToken('ada')]
  return fetch(`${scene.url}/v1/integrations/connectors/${id}/execute`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ entity: 'attachments', action: 'download', params: { attachment_gid: '1' } }),
    ...(signal && { signal }),
  })
}

function sceneOf(stream: Stream): Promise<HostedScene> {
  const download = async () => ({
    stream,
    name: 'x',
    sizeBytes: undefined,
    contentType: undefined,
  })
  const execute = async () => ({ data: {}, meta: {} })
  return HostedScene.open({ server: { makeExecutor: () => ({ execute, download }) } })
}

const problems = (scene: HostedScene) => scene.log.filter(line => line.includes('request failed'))

it('a download that the storage breaks off is in the log: its caller was told nothing', async () => {
  let isFirst = true
  const broken = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (!isFirst) controller.error(new Error('The storage is gone.'))
        else controller.enqueue(new Uint8Array(10))
        isFirst = false
      },
    },
    { highWaterMark: 0 },
  )
  await using scene = await sceneOf(broken)
  await expect(begin(scene).then(response => response.text())).rejects.toThrow()
  await expect.poll(() => problems(scene)).toHaveLength(1)
  expect(problems(scene)[0]).toContain('The storage is gone.')
})

it('a download that its caller gives up is no problem, and ends at the storage', async () => {
  const cancel = vi.fn()
  const pull = (controller: ReadableStreamDefaultController) => controller.enqueue(new Uint8Array(1000))
  const endless = new ReadableStream<Uint8Array>({ pull, cancel })
  await using scene = await sceneOf(endless)
  const giveUp = new AbortController()
  await begin(scene, giveUp.signal)
  giveUp.abort()
  await expect.poll(() => cancel).toHaveBeenCalled()
  expect(problems(scene)).toEqual([])
})

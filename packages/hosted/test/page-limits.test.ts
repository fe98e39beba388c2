import { expect, it } from 'vitest'
import { HostedScene } from './hosted-scene.ts'

it('a page that a browser sees too often says when to come back, as every answer does', async () => {
  await using scene = await HostedScene.open({ server: { limits: { addressPerMinute: 1 } } })
  const open = (accept: string) =>
    scene.call('GET', '/v1/oauth/callback?state=unknown', { headers: { accept } })
  await open('text/html')
  for (const accept of ['application/json', 'text/html']) {
    const { status, headers } = await open(accept)
    expect([status, headers.get('content-type')?.split(';')[0], headers.get('retry-after')]).toEqual([
      429,
      accept,
      '60',
    ])
  }
})

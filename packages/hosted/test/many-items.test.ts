import { expect, it } from 'vitest'
import { HostedScene } from './hosted-scene.ts'

it.each(['maxItems', 'max_items'])('collects no more pages than it has memory for: %s', async name => {
  await using scene = await HostedScene.open()
  const id = await scene.connect('ada')
  const token = await scene.scopedToken('ada')
  const list = (most: number) =>
    scene.execute(token, id, 'workspaces', 'list', { allPages: true, [name]: most })
  const { status, body } = await list(10_001)
  expect([status, body.errors[0]]).toEqual([
    422,
    {
      field: `params.${name}`,
      message: expect.stringContaining('10000'),
      error_code: 'invalid_parameter',
    },
  ])
  expect((await list(10_000)).status).toBe(200)
})

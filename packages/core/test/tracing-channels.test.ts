import { tracingChannel } from 'node:diagnostics_channel'
import { setTimeout as delay } from 'node:timers/promises'
import { traceNames } from '@x/asana-auth-core'
import { Scene } from '@x/fixtures'
import { expect, it } from 'vitest'
import { collectGarbage } from '../../client/test/collect-garbage.ts'

function listen(told: (message: unknown) => void): () => void {
  const { asyncEnd } = tracingChannel(traceNames.refresh)
  asyncEnd.subscribe(told)
  return () => void asyncEnd.unsubscribe(told)
}

// Node.js 20 forgets a channel when one of the same name before it has been collected: what is published from then on
// goes to a third one. In a file of its own, because the first refresh holds the channel, too.
it('a subscriber who comes after another one was collected is told of the first refresh', async () => {
  listen(() => {})()
  await delay(5)
  collectGarbage()
  const told: unknown[] = []
  const end = listen(message => told.push(message))
  await delay(50)
  await using scene = await Scene.open()
  await scene.connect('u')
  scene.expireTokens()
  await scene.auth.session({ subject: 'u' })
  end()
  expect(told).toMatchObject([{ outcome: 'fresh' }])
})

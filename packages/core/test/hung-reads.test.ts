import { MemoryStore } from '@x/asana-auth-store-memory'
import { expect, it } from 'vitest'
import { AuthManager } from '../src/index.ts'

it('a read that hung in one session can be cut off in all sessions after it', async () => {
  const cutOff: boolean[] = []
  const auth = new AuthManager({
    asana: { clientId: '1', clientSecret: 'secret' },
    store: new MemoryStore(),
    environment: {},
    client: { timeoutMs: 20, retry: false },
    fetch: (_url, init) => {
      const hung = cutOff.push(false) - 1
      init?.signal?.addEventListener('abort', () => {
        cutOff[hung] = true
      })
      return new Promise(() => {})
    },
  })
  for (const subject of ['ada', 'ben', 'cleo']) {
    await auth.storeCredentials('asana', subject, { accessToken: `token-of-${subject}` })
    const session = await auth.session({ subject })
    await expect(session.asana.getUser('me')).rejects.toMatchObject({ code: 'timeout' })
  }
  expect(cutOff).toEqual([false, true, true])
})

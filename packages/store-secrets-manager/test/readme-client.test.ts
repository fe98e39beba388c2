import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SecretsManagerStore } from '@x/asana-auth-store-secrets-manager'
import { expect, it } from 'vitest'

it('The client of the README waits no longer than it says for an AWS that does not answer', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const [, options = ''] = /requestHandler: (\{[^}]*\})/.exec(readme) ?? []
  const requestHandler = JSON.parse(options.replace(/(\w+):/g, '"$1":'))
  const deaf = createServer(() => {}).listen(0, '127.0.0.1')
  await once(deaf, 'listening')
  const client = new SecretsManagerClient({
    endpoint: `http://127.0.0.1:${(deaf.address() as AddressInfo).port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler,
  })
  const store = new SecretsManagerStore({ client })
  const failure = store.get({ provider: 'asana', subject: 'ada' })
  await expect(failure).rejects.toMatchObject({
    code: 'store_unavailable',
    cause: { message: expect.stringContaining(`${requestHandler.requestTimeout} ms`) },
  })
  client.destroy()
  deaf.closeAllConnections()
  deaf.close()
})

import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BuiltCli, ended } from './support/built-cli.ts'

describe('An AWS that does not answer', () => {
  let cli: BuiltCli
  let deaf: Server
  beforeAll(async () => {
    cli = await BuiltCli.build()
    deaf = createServer(() => {}).listen(0, '127.0.0.1')
    await once(deaf, 'listening')
  })
  afterAll(async () => {
    deaf?.closeAllConnections()
    deaf?.close()
    await cli?.[Symbol.asyncDispose]()
  })

  it('ends a command after some seconds with 4', async () => {
    const child = cli.start(['import', '--json'], {
      CREDENTIAL_STORE: 'secrets-manager',
      AWS_ENDPOINT_URL: `http://127.0.0.1:${(deaf.address() as AddressInfo).port}`,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_MAX_ATTEMPTS: '1',
    })
    child.stdin.end('{"subject":"ada","access_token":"a"}')
    const { code, out, err } = await ended(child)
    expect({ code, out }).toEqual({ code: 4, out: '' })
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'store_unavailable' } })
  })
})

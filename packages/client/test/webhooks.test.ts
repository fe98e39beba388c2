import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startSandbox } from '@x/asana-sandbox'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { AsanaClient, type AsanaEvent, handleWebhook, verifyWebhook, webhookHandshake } from '../src/index.ts'

const secret = 'b537207f20cbfa02357cf448134da559'
const sign = (body: string | Uint8Array, key = secret) => createHmac('sha256', key).update(body).digest('hex')

function post(body: string, headers: Record<string, string> = { 'x-hook-signature': sign(body) }): Request {
  return new Request('https://my.app/hooks/1', { method: 'POST', body, headers })
}

function receiver(secrets: readonly string[] = [secret]) {
  return {
    secrets,
    onHandshake: vi.fn<(secret: string) => unknown>(),
    onEvents: vi.fn<(events: readonly AsanaEvent[]) => unknown>(),
  }
}

describe('a signature', () => {
  it('is an HMAC of the body, as text or as bytes', async () => {
    const body = '{"events":[{"action":"ünï"}]}'
    const signature = sign(body)
    expect(await verifyWebhook({ body, signature, secret })).toBe(true)
    expect(await verifyWebhook({ body: new TextEncoder().encode(body), signature, secret })).toBe(true)
    expect(await verifyWebhook({ body, signature: signature.toUpperCase(), secret })).toBe(true)
  })

  it('is that of this body, under this secret, and whole', () =>
    fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), fc.string({ minLength: 1 }), async (body, other, key) => {
        const signature = sign(body, key)
        expect(await verifyWebhook({ body, signature, secret: key })).toBe(true)
        expect(await verifyWebhook({ body: other, signature, secret: key })).toBe(other === body)
        expect(await verifyWebhook({ body, signature, secret: `${key}x` })).toBe(false)
        expect(await verifyWebhook({ body, signature: signature.slice(1), secret: key })).toBe(false)
        expect(await verifyWebhook({ body, signature: other, secret: key })).toBe(false)
      }),
      { numRuns: 50 },
    ))

  it.each(['', null, undefined, 'x'.repeat(64), `${'0'.repeat(63)}g`])('is not %j', async signature => {
    expect(await verifyWebhook({ body: '', signature, secret })).toBe(false)
  })

  it('cannot be made without a secret', async () => {
    expect(await verifyWebhook({ body: '', signature: '0'.repeat(64), secret: '' })).toBe(false)
  })
})

describe('a handshake', () => {
  it('gives its secret back, and to whoever keeps it first', async () => {
    const options = receiver([])
    const response = await handleWebhook(post('{}', { 'x-hook-secret': secret }), options)
    expect([response.status, response.headers.get('x-hook-secret')]).toEqual([200, secret])
    expect(options.onHandshake).toHaveBeenCalledWith(secret, expect.any(Request))
  })

  it('can be refused', async () => {
    const options = { ...receiver(), onHandshake: () => false }
    const response = await handleWebhook(post('{}', { 'x-hook-secret': secret }), options)
    expect([response.status, response.headers.get('x-hook-secret')]).toEqual([403, null])
  })

  it('is not answered when the secret could not be kept', async () => {
    const options = { ...receiver(), onHandshake: () => Promise.reject(new Error('disk full')) }
    await expect(handleWebhook(post('{}', { 'x-hook-secret': secret }), options)).rejects.toThrow('disk full')
  })

  it('is what has the header', () => {
    expect(webhookHandshake(post('{}', { 'x-hook-secret': secret }))?.secret).toBe(secret)
    expect(webhookHandshake(post('{}'))).toBeUndefined()
  })
})

describe('a delivery', () => {
  it('is taken when it is signed', async () => {
    const options = receiver()
    const response = await handleWebhook(post('{"events":[{"action":"added"}]}'), options)
    expect(response.status).toBe(204)
    expect(options.onEvents).toHaveBeenCalledWith([{ action: 'added' }], expect.any(Request))
  })

  it('may be signed with any of several secrets, also those of a function', async () => {
    const lookedUp = { ...receiver(), secrets: async (request: Request) => [request.url, secret] }
    for (const options of [receiver(['other', secret]), lookedUp]) {
      expect((await handleWebhook(post('{"events":[]}'), options)).status).toBe(204)
    }
  })

  it('that is empty is a heartbeat: answered, and told to nobody', async () => {
    const options = receiver()
    expect((await handleWebhook(post('{"events":[]}'), options)).status).toBe(204)
    expect(options.onEvents).not.toHaveBeenCalled()
  })

  it('fails with onEvents, so that Asana sends it again', async () => {
    const options = { ...receiver(), onEvents: () => Promise.reject(new Error('busy')) }
    await expect(handleWebhook(post('{"events":[{}]}'), options)).rejects.toThrow('busy')
  })

  it.each<[number, string, Request]>([
    [401, 'without a signature', post('{"events":[{}]}', {})],
    [401, 'with another body’s signature', post('{"events":[{}]}', { 'x-hook-signature': sign('{}') })],
    [
      401,
      'with another secret’s',
      post('{"events":[{}]}', { 'x-hook-signature': sign('{"events":[{}]}', 'x') }),
    ],
    [400, 'that is signed nonsense', post('nonsense')],
    [400, 'without events', post('{}')],
    [405, 'by GET', new Request('https://my.app/hooks/1')],
    [413, 'that is too long', post(`{"events":["${'x'.repeat(2_000_000)}"]}`)],
  ])('is refused with %i %s', async (status, _, request) => {
    const options = receiver()
    expect((await handleWebhook(request, options)).status).toBe(status)
    expect(options.onEvents).not.toHaveBeenCalled()
  })

  it('that does not say how long it is, is not read to its end either', async () => {
    let read = 0
    const body = new ReadableStream({
      pull(controller) {
        read += 1000
        controller.enqueue(new Uint8Array(1000))
      },
    })
    const request = new Request('https://my.app/', {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'x-hook-signature': sign('') },
    } as RequestInit)
    expect((await handleWebhook(request, { ...receiver(), maxBodyBytes: 10_000 })).status).toBe(413)
    expect(read).toBeLessThan(20_000)
  })

  it('is not taken when there are no secrets', async () => {
    expect((await handleWebhook(post('{"events":[{}]}'), receiver([]))).status).toBe(401)
  })
})

describe('a webhook at the sandbox', () => {
  it('is made, sends a heartbeat, then what happens', async () => {
    await using sandbox = await startSandbox()
    const accessToken = sandbox.createPersonalAccessToken('ada@example.com')
    const client = new AsanaClient({ accessToken, baseUrl: sandbox.endpoints.baseUrl })
    const [workspace] = (await client.getWorkspaces()).data
    const task = await client.createTask({ name: 'Watched', workspace: workspace?.gid })
    const secrets: string[] = []
    const statuses: number[] = []
    let tell = (_: readonly AsanaEvent[]) => {}
    const told = new Promise<readonly AsanaEvent[]>(resolve => {
      tell = resolve
    })
    const target = await listen(async request => {
      const response = await handleWebhook(request, {
        secrets,
        onHandshake: secret => void secrets.push(secret),
        onEvents: events => tell(events),
      })
      statuses.push(response.status)
      return response
    })
    await client.createWebhook({ resource: task.gid, target })
    await client.updateTask(task.gid, { name: 'Changed' })
    expect(await told).toContainEqual(
      expect.objectContaining({ action: 'changed', change: expect.objectContaining({ field: 'name' }) }),
    )
    expect(statuses.slice(0, 2)).toEqual([200, 204])
  })
})

/** A server for a handler that takes and gives what the Web has. */
async function listen(handle: (request: Request) => Promise<Response>): Promise<string> {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const response = await handle(
      new Request('http://localhost/', {
        method: 'POST',
        body: Buffer.concat(chunks),
        headers: incoming.headers as Record<string, string>,
      }),
    )
    outgoing
      .writeHead(response.status, { 'x-hook-secret': response.headers.get('x-hook-secret') ?? '' })
      .end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

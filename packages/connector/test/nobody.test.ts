import { describe, expect, it } from 'vitest'
import { AsanaConnector } from '../src/index.ts'

const sent: string[] = []
const server = {
  clientId: 'a',
  clientSecret: 'b',
  baseUrl: 'https://connect.example',
  fetch: async (input: string | URL | Request) => {
    sent.push(String(input))
    return Response.json({ access_token: 't', expires_in: 900, data: [], revoked: true })
  },
}

/** `externalUserId: user?.id ?? ''` of somebody who is not signed in: the operator's token would do for it. */
describe.each(['', null])('the external user %j is nobody, and not everybody', externalUserId => {
  const nobody = { ...server, externalUserId: externalUserId as string }

  it.each<[string, () => unknown]>([
    ['a connector', () => new AsanaConnector({ ...nobody, connectorId: '1' })],
    ['the list', () => AsanaConnector.listHosted(nobody)],
    ['a deletion', () => AsanaConnector.deleteHosted({ ...nobody, connectorId: '1' })],
    ['a change', () => AsanaConnector.updateHosted({ ...nobody, connectorId: '1', name: 'n' })],
  ])('%s', async (_, call) => {
    await expect((async () => call())()).rejects.toMatchObject({
      code: 'invalid_option',
      message: expect.stringContaining('externalUserId'),
    })
    expect(sent).toEqual([])
  })
})

import { expect, it } from 'vitest'
import { HostedScene } from './hosted-scene.ts'

/** Whether a request from the second address is one too many after one from the first. */
async function countAsOne(first: string, second: string): Promise<boolean> {
  const limits = { organizationPerMinute: 1e6, userPerMinute: 1e6, addressPerMinute: 1 }
  await using scene = await HostedScene.open({ server: { limits, trustProxy: 1 } })
  const askFrom = async (address: string) =>
    (await scene.call('GET', '/v1/oauth/callback?state=x', { headers: { 'x-forwarded-for': address } }))
      .status
  expect(await askFrom(first)).toBe(400)
  return (await askFrom(second)) === 429
}

it.each([
  ['one customer, however an address is written', '2001:db8:0:1::5', '2001:db8:0:1:a:b:c:d', true],
  ['one customer, with zeros in front', 'fd00::1:a:b:c:d', 'fd00:0:0:1::7', true],
  ['two networks', '2001:db8:0:1::5', '2001:db8:0:2::5', false],
  ['two networks, with zeros in front', 'fd00::1:a:b:c:d', 'fd00::2:a:b:c:d', false],
  ['one address of IPv4', '192.0.2.1', '::ffff:192.0.2.1', true],
  ['two of IPv4', '192.0.2.1', '192.0.2.2', false],
])('an address counts with its network of 64 bits: %s', async (_, first, second, expected) => {
  expect(await countAsOne(first, second)).toBe(expected)
})

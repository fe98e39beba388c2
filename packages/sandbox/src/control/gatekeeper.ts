import { type Exchange, header } from '../http/exchange.ts'

/** The header that control requests carry. */
const controlHeader = 'x-sandbox-control'

/**
 * Why a control request is refused, if it is. The header keeps web pages out: a page of another origin can't send
 * it without a preflight that nobody answers. The host keeps out a page whose name was made to resolve to
 * loopback (DNS rebinding), the address whatever comes over the network.
 */
export function controlRefusal(exchange: Exchange): string | undefined {
  if (!isLoopbackAddress(exchange.remoteAddress)) return 'The sandbox is controlled from this machine only.'
  const host = (header(exchange, 'host') ?? '').replace(/:\d+$/, '')
  if (!['localhost', '127.0.0.1', '[::1]'].includes(host)) return `Not a loopback host: ${host}`
  if (header(exchange, controlHeader) !== '1') return 'Control requests need the header X-Sandbox-Control: 1'
  return undefined
}

function isLoopbackAddress(address: string | undefined): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address ?? '')
}

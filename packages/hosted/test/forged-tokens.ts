import { createHmac } from 'node:crypto'

type Json = Record<string, unknown>

const encode = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url')
const decode = (text = ''): Json => JSON.parse(Buffer.from(text, 'base64url').toString())

/** What somebody might make of a token that they got hold of. */
export function forgedTokens(token: string): Readonly<Record<string, string>> {
  const [head, body, signature = ''] = token.split('.')
  const [header, payload] = [decode(head), decode(body)]
  const hmac = (secret: string) => {
    const input = `${encode({ ...header, alg: 'HS256' })}.${body}`
    return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
  }
  const flipped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`
  const forged = {
    'unsigned (alg none)': `${encode({ ...header, alg: 'none' })}.${body}.`,
    'alg none with the signature': `${encode({ ...header, alg: 'none' })}.${body}.${signature}`,
    'promoted to operator': `${head}.${encode({ ...payload, kind: 'operator' })}.${signature}`,
    'of another user': `${head}.${encode({ ...payload, sub: 'ben' })}.${signature}`,
    'with a longer life': `${head}.${encode({ ...payload, exp: 9_999_999_999 })}.${signature}`,
    'with another signature': `${head}.${body}.${flipped}`,
    'signed with HMAC': hmac(String(header['kid'])),
    'of an unknown key': `${encode({ ...header, kid: 'unknown' })}.${body}.${signature}`,
    'without a type': `${encode({ ...header, typ: 'JWT' })}.${body}.${signature}`,
    'no JWT at all': 'letmein',
  }
  // What is the token itself is no forgery: an operator's cannot be promoted.
  return Object.fromEntries(Object.entries(forged).filter(([, made]) => made !== token))
}

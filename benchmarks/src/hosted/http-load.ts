import { Agent, request } from 'node:http'

export interface LoadRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** One connection per caller under way, kept open: what is measured is the server and not the client. */
const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/** Sends it and reads the answer to its end. Rejects for any other status than `expected`. */
export function send({ method, url, headers, body }: LoadRequest, expected = 200): Promise<string> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    const sent = request(url, { method, agent, headers: { ...headers, ...length } }, answer => {
      answer.setEncoding('utf8')
      let text = ''
      answer.on('data', part => {
        text += part
      })
      answer.on('error', reject)
      answer.on('end', () => {
        if (answer.statusCode === expected) resolve(text)
        else reject(new Error(`${method} ${url}: ${answer.statusCode} ${text.slice(0, 300)}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

export function post(url: string, body: object, token?: string, expected = 200): Promise<string> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const headers = { 'content-type': 'application/json', ...authorization }
  return send({ method: 'POST', url, headers, body: JSON.stringify(body) }, expected)
}

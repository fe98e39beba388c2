import { request } from 'node:http'

/** The status that a request gets whose page's host name was made to point here: fetch would not send it. */
export function rebound(url: string, host: string, authorization: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers: { host, authorization } }, response => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.on('error', reject)
    sent.end('{}')
  })
}

import { describe, expect, it } from 'vitest'
import { connect, startTestApp } from './test-app.ts'

const sameOrigin = { 'sec-fetch-site': 'same-origin' }

describe('POST /disconnect', () => {
  it('revokes the grant, deletes the credentials, and says so', async () => {
    const app = await startTestApp({
      express: { afterDisconnect: ({ revoked, deleted }) => `/bye?revoked=${revoked}&deleted=${deleted}` },
    })
    const ada = app.browser('ada')
    await connect(app, ada)
    const page = await ada.open('/asana/disconnect', { method: 'POST', headers: sameOrigin })
    expect([page.status, page.location]).toEqual([303, `${app.origin}/bye?revoked=true&deleted=true`])
    expect(await app.auth.status('ada')).toEqual({ state: 'not_connected' })
    expect(app.sandbox.grants.map(grant => grant.revoked)).toEqual([true])
  })

  it('deletes the credentials although Asana is down', async () => {
    const app = await startTestApp({
      express: { afterDisconnect: ({ revoked, deleted }) => `/bye?revoked=${revoked}&deleted=${deleted}` },
    })
    const ada = app.browser('ada')
    await connect(app, ada)
    app.sandbox.faults.add({ at: 'revoke', times: Infinity, fault: { kind: 'status', status: 503 } })
    const { location } = await ada.open('/asana/disconnect', { method: 'POST', headers: sameOrigin })
    expect(location).toBe(`${app.origin}/bye?revoked=false&deleted=true`)
    expect(await app.auth.status('ada')).toEqual({ state: 'not_connected' })
  })

  it.each<[string, Record<string, string>, number]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another subdomain', { 'sec-fetch-site': 'same-site' }, 403],
    ['a bookmark', { 'sec-fetch-site': 'none' }, 403],
    ['another site, whatever Origin says', { 'sec-fetch-site': 'cross-site', origin: 'SELF' }, 403],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['no browser', {}, 403],
    ['this origin', { origin: 'SELF' }, 303],
    ['this site', sameOrigin, 303],
  ])('from %s', async (_from, headers, status) => {
    const app = await startTestApp()
    const ada = app.browser('ada')
    await connect(app, ada)
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('SELF', app.origin)]),
    )
    const page = await ada.open('/asana/disconnect', { method: 'POST', headers: sent })
    expect(page.status).toBe(status)
    const { state } = await app.auth.status('ada')
    expect(state).toBe(status === 303 ? 'not_connected' : 'connected')
  })

  it('is no GET', async () => {
    const app = await startTestApp()
    const ada = app.browser('ada')
    await connect(app, ada)
    const page = await ada.open('/asana/disconnect', { headers: sameOrigin })
    expect([page.status, page.headers.get('allow')]).toEqual([405, 'POST'])
    expect(await app.auth.status('ada')).toMatchObject({ state: 'connected' })
  })

  it('needs somebody who is signed in', async () => {
    const app = await startTestApp()
    const page = await app.browser().open('/asana/disconnect', { method: 'POST', headers: sameOrigin })
    expect(page.status).toBe(401)
  })
})

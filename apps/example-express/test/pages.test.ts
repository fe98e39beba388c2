import { describe, expect, it } from 'vitest'
import { connect, startTestExample, submit, visit } from './start-example.ts'

describe('the pages', () => {
  it('go from not connected to tasks and back', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    const welcome = await ada.open('/')
    expect(welcome.body).toContain('href="/asana/login"')
    expect(welcome.body).toContain('<code>tasks:write</code>')

    const connected = await connect(example, ada)
    for (const text of [
      'Connected. Your',
      'Ada’s tasks',
      'Write the landing page',
      'ada@example.com',
      'in 59 minutes',
      'this-run',
    ]) {
      expect(connected.body).toContain(text)
    }

    const created = await submit(ada, connected, '/tasks', {
      name: 'Feed the <cat> & "dog"',
      due_on: '2099-12-31',
      workspace: example.localAsana.sandbox.workspaces[0]?.gid ?? '',
    })
    expect([created.status, created.location]).toEqual([303, `${example.origin}/`])
    const listed = await ada.open('/')
    expect(listed.body).toContain('Feed the &lt;cat&gt; &amp; &quot;dog&quot;')
    expect(listed.body).toContain('Task created in Asana.')
    expect((await ada.open('/')).body).not.toContain('Task created in Asana.')

    const gid = /action="\/tasks\/(\d+)\/complete"/.exec(listed.body)?.[1]
    await submit(ada, listed, `/tasks/${gid}/complete`)
    expect((await ada.open('/')).body).not.toContain(`/tasks/${gid}/complete`)

    const before = example.localAsana.sandbox.counters.token.refresh_token.total
    await submit(ada, listed, '/connection/refresh')
    expect(example.localAsana.sandbox.counters.token.refresh_token.total).toBe(before + 1)

    const question = await ada.open('/disconnect')
    expect(question.body).toContain('Yes, disconnect')
    const { location = '' } = await submit(ada, question, '/asana/disconnect')
    const end = await visit(example, ada, location)
    expect(end.body).toContain('Asana no longer accepts our access')
    expect(end.body).toContain('href="/asana/login"')
    expect(example.localAsana.sandbox.grants.every(grant => grant.revoked)).toBe(true)
  })

  it('keep two visitors apart', async () => {
    const example = await startTestExample()
    const [ada, ben] = [example.browser(), example.browser()]
    await connect(example, ada)
    await connect(example, ben, 'ben@example.com')
    expect((await ada.open('/')).body).toContain('ada@example.com')
    expect((await ben.open('/')).body).toContain('ben@example.com')
  })

  it('renew the token without a word when it ran out', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    await submit(ada, await connect(example, ada), '/sandbox/skip-hour')
    const page = await ada.open('/')
    expect([page.status, example.localAsana.sandbox.counters.token.refresh_token.total]).toEqual([200, 1])
    expect(page.body).toContain('in 59 minutes')
  })

  it('ask to reconnect when the app was removed, and still show the account', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    const connected = await connect(example, ada)
    await submit(ada, connected, '/sandbox/remove-app')
    const page = await ada.open('/')
    expect(page.status).toBe(200)
    for (const text of [
      'Asana needs you to connect again',
      'Reconnect needed',
      'ada@example.com',
      'href="/asana/login"',
    ]) {
      expect(page.body).toContain(text)
    }
    expect(page.body).not.toContain('Write the landing page')
    const refused = await submit(ada, connected, '/connection/refresh')
    expect([refused.status, refused.body.includes('Reconnect')]).toEqual([403, true])
    expect((await connect(example, ada)).body).toContain('Write the landing page')
  })

  it('let who is in several workspaces choose', async () => {
    const example = await startTestExample()
    const cleo = example.browser()
    const page = await connect(example, cleo, 'cleo@example.com')
    expect(page.body).toMatch(/<select[^>]*><option value="\d+" selected>Sample Organization/)
    const garden = example.localAsana.sandbox.workspaces[1]?.gid ?? ''
    await submit(cleo, page, '/workspace', { workspace: garden })
    const chosen = await cleo.open('/')
    expect(chosen.body).toContain(`<option value="${garden}" selected>Garden club`)
    expect(chosen.body).toContain('Nothing open in Garden club')
    expect(chosen.body).toContain('All clear')
  })

  it('give a refused form back with what was in it', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    const connected = await connect(example, ada)
    const page = await submit(ada, connected, '/tasks', { name: '  ', due_on: '2026-02-31', workspace: '1' })
    expect(page.status).toBe(422)
    expect(page.body).toContain('Give the task a name.')
    expect(page.body).toContain('value="2026-02-31"')
    const long = await submit(ada, connected, '/tasks', { name: 'x'.repeat(201), due_on: '', workspace: '1' })
    expect(long.body).toContain('at most 200 characters')
  })

  it('are whole when Asana fails once: the client asks again', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    await connect(example, ada)
    example.localAsana.sandbox.faults.add({ at: 'api', fault: { kind: 'html', status: 503 } })
    const page = await ada.open('/')
    expect([page.status, page.body.includes('Write the landing page')]).toEqual([200, true])
  })

  it('show half of the page while Asana is down', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    await submit(ada, await connect(example, ada), '/sandbox/outage')
    const page = await ada.open('/')
    expect(page.status).toBe(503)
    expect(page.body).toContain('Asana is not answering')
    expect(page.body).toContain('ada@example.com')
    expect((await ada.open('/')).status).toBe(200)
  })
})

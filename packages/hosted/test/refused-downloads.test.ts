import { AsanaError } from '@x/asana-auth-core'
import { expect, it } from 'vitest'
import { HostedScene } from './hosted-scene.ts'

/** The gid of an attachment of Ada's. */
async function attach(scene: HostedScene, fields: Record<string, string | Blob>): Promise<string> {
  const token = scene.sandbox.createPersonalAccessToken('ada@example.com')
  const api = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${token}` }
    const answer = await fetch(scene.sandbox.endpoints.baseUrl + path, { ...init, headers })
    return (await answer.json()) as { data: never }
  }
  const [workspace] = scene.sandbox.workspaces
  const { data: tasks } = await api(`/tasks?assignee=me&workspace=${workspace?.gid}&limit=1`)
  const form = new FormData()
  form.set('parent', (tasks as { gid: string }[])[0]?.gid ?? '')
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const { data } = await api('/attachments', { method: 'POST', body: form })
  return (data as { gid: string }).gid
}

async function download(scene: HostedScene, params: object) {
  const id = await scene.connect('ada')
  const { status, body, headers } = await scene.execute(
    await scene.operatorToken(),
    id,
    'attachments',
    'download',
    params,
  )
  return { status, error: body.errors[0], retryAfter: headers.get('retry-after') }
}

it('a link to another service is nothing that can be downloaded', async () => {
  await using scene = await HostedScene.open()
  const link = { resource_subtype: 'external', url: 'https://drive.example/x', name: 'x' }
  const { status, error } = await download(scene, { attachment_gid: await attach(scene, link) })
  expect([status, error.error_code]).toEqual([404, 'attachment_not_downloadable'])
  expect(error.message).toContain('view_url')
})

it('a range that lies outside of the file is the mistake of who asked for it', async () => {
  await using scene = await HostedScene.open()
  const attachment_gid = await attach(scene, { file: new File(['0123456789'], 'x.txt') })
  const { status, error } = await download(scene, { attachment_gid, range: 'bytes=100-' })
  expect([status, error.error_code, error.field]).toEqual([416, 'range_not_satisfiable', 'params.range'])
})

it('a storage that is out of order is not us', async () => {
  await using scene = await HostedScene.open()
  const attachment_gid = await attach(scene, { file: new File(['0123456789'], 'x.txt') })
  scene.sandbox.faults.add({ at: 'download', fault: { kind: 'status', status: 500 }, times: Infinity })
  const { status, error } = await download(scene, { attachment_gid })
  expect([status, error.error_code]).toEqual([502, 'asana_download_failed'])
})

it.each<[string, number, string, string | null]>([
  ['unsafe_download_url', 502, 'asana_invalid_response', null],
  ['queue_full', 429, 'asana_rate_limited', '1'],
])('%s is no mistake of ours', async (code, ...expected) => {
  const refuse = () => Promise.reject(new AsanaError('It was refused.', { code }))
  const makeExecutor = () => ({ execute: refuse, download: refuse })
  await using scene = await HostedScene.open({ server: { makeExecutor } })
  const { status, error, retryAfter } = await download(scene, { attachment_gid: '1' })
  expect([status, error.error_code, retryAfter]).toEqual(expected)
})

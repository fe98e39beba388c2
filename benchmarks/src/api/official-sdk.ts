import { loadPeer } from '../peers/peer-folder.ts'
import type { ApiReader } from './api-reader.ts'

/** What is used here of the official SDK, which has no types. */
interface OfficialSdk {
  readonly ApiClient: {
    readonly instance: { basePath: string; readonly authentications: { token: { accessToken: string } } }
  }
  readonly UsersApi: new () => { getUser(gid: string, options: object): Promise<{ data: unknown }> }
  readonly TasksApi: new () => { getTasks(options: object): Promise<OfficialPage> }
}

interface OfficialPage {
  readonly data: readonly unknown[] | undefined
  nextPage(): Promise<OfficialPage>
}

/** Asana's own package, as its README uses it. */
export async function officialSdk(baseUrl: string, token: string): Promise<ApiReader> {
  const loaded = await loadPeer<OfficialSdk & { readonly default?: OfficialSdk }>('asana')
  const { ApiClient, TasksApi, UsersApi } = loaded.default ?? loaded
  ApiClient.instance.basePath = baseUrl
  ApiClient.instance.authentications.token.accessToken = token
  const [users, tasks] = [new UsersApi(), new TasksApi()]
  return {
    getUser: async () => (await users.getUser('me', { opt_fields: 'name,email' })).data,
    async countTasks(project) {
      let count = 0
      let page = await tasks.getTasks({ project, limit: 100, opt_fields: 'name' })
      while (page.data) {
        count += page.data.length
        page = await page.nextPage()
      }
      return count
    },
  }
}

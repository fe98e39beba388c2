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
  async function* pages(project: string): AsyncGenerator<readonly unknown[]> {
    let page = await tasks.getTasks({ project, limit: 100, opt_fields: 'name' })
    while (page.data) {
      yield page.data
      page = await page.nextPage()
    }
  }
  return {
    getUser: async () => (await users.getUser('me', { opt_fields: 'name,email' })).data,
    async listTasks(project) {
      const all: unknown[] = []
      for await (const data of pages(project)) all.push(...data)
      return all
    },
    async countTasks(project) {
      let count = 0
      for await (const data of pages(project)) for (const _ of data) count++
      return count
    },
  }
}

import type { ApiReader } from './api-reader.ts'

interface Page {
  readonly data: readonly unknown[]
  readonly next_page: { readonly offset: string } | null
}

/** The least there is: no deadline, no retry, no limits, no check of anything. */
export function bareFetch(baseUrl: string, token: string): ApiReader {
  const headers = { authorization: `Bearer ${token}` }
  const get = async (path: string): Promise<unknown> =>
    JSON.parse(await (await fetch(baseUrl + path, { headers })).text())
  async function* pages(project: string): AsyncGenerator<Page> {
    for (let offset = ''; ; ) {
      const page = (await get(`/tasks?project=${project}&opt_fields=name&limit=100${offset}`)) as Page
      yield page
      if (!page.next_page) return
      offset = `&offset=${encodeURIComponent(page.next_page.offset)}`
    }
  }
  async function* items(project: string): AsyncGenerator<unknown> {
    for await (const { data } of pages(project)) yield* data
  }
  return {
    getUser: async () => ((await get('/users/me?opt_fields=name%2Cemail')) as { data: unknown }).data,
    async listTasks(project) {
      const tasks: unknown[] = []
      for await (const { data } of pages(project)) tasks.push(...data)
      return tasks
    },
    async countTasks(project) {
      let count = 0
      for await (const _ of items(project)) count++
      return count
    },
  }
}

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
  return {
    getUser: async () => ((await get('/users/me?opt_fields=name%2Cemail')) as { data: unknown }).data,
    async countTasks(project) {
      let count = 0
      for (let offset = ''; ; ) {
        const path = `/tasks?project=${project}&opt_fields=name&limit=100${offset}`
        const { data, next_page } = (await get(path)) as Page
        count += data.length
        if (!next_page) return count
        offset = `&offset=${encodeURIComponent(next_page.offset)}`
      }
    },
  }
}

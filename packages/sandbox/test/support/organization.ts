import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/index.ts'
import { type ApiClient, apiAs, gidNamed, gidOf } from './api-client.ts'

/** The sample organization with two of its people, and the gids that most tests begin with. */
export interface Organization extends AsyncDisposable {
  readonly sandbox: Sandbox
  /** Ada. */
  readonly api: ApiClient
  readonly ben: ApiClient
  readonly workspace: string
  readonly team: string
  readonly project: string
  readonly task: string
  /** The gid of what a POST creates; fails loudly. */
  create(path: string, data: Record<string, unknown>): Promise<string>
}

export async function startOrganization(options: SandboxOptions = {}): Promise<Organization> {
  const sandbox = await startSandbox({ premium: true, ...options })
  const api = apiAs(sandbox)
  const workspace = sandbox.workspaces[0]?.gid ?? ''
  const project = await gidNamed(api, '/projects', 'Website launch')
  return {
    sandbox,
    api,
    ben: apiAs(sandbox, 'ben@example.com'),
    workspace,
    project,
    team: await gidNamed(api, `/workspaces/${workspace}/teams`, 'Product'),
    task: await gidNamed(api, `/projects/${project}/tasks`, 'Write the landing page'),
    create: async (path, data) => {
      const { status, message, record } = await api('POST', path, data)
      if (status >= 300) throw new Error(`POST ${path}: ${status} ${message}`)
      return gidOf(record)
    },
    [Symbol.asyncDispose]: () => sandbox.close(),
  }
}

export function namesOf(records: Record<string, unknown>[]): unknown[] {
  return records.map(record => record['name'])
}

/** One operation of the Asana API, as the client needs to know it to send it. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below the base URL, with its parameters in braces. */
  readonly path: string
  /** It takes `data`, sent as JSON. */
  readonly body?: true
  /** It answers with pages. */
  readonly list?: true
}

/** The operations that are methods of the client, under Asana's own operation ids. */
export const operations = {
  createTask: { method: 'POST', path: '/tasks', body: true },
  getTasks: { method: 'GET', path: '/tasks', list: true },
  getUser: { method: 'GET', path: '/users/{user_gid}' },
  getWorkspaces: { method: 'GET', path: '/workspaces', list: true },
} as const satisfies Record<string, Operation>

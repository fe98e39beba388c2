import type { Sandbox } from '../../src/index.ts'

export interface ApiAnswer {
  readonly status: number
  readonly headers: Headers
  /** The envelope. */
  readonly body: Record<string, unknown>
  /** `data` where it is one record. */
  readonly record: Record<string, unknown>
  /** `data` where it is a list. */
  readonly records: Record<string, unknown>[]
  /** The first error's message. */
  readonly message: string | undefined
}

export type ApiClient = (
  method: string,
  path: string,
  data?: Record<string, unknown>,
  options?: Record<string, unknown>,
) => Promise<ApiAnswer>

/** Calls the REST API with the token of a user, in JSON. */
export function apiAs(sandbox: Sandbox, user = 'ada@example.com'): ApiClient {
  return apiWith(sandbox, sandbox.createPersonalAccessToken(user))
}

export function apiWith(sandbox: Sandbox, token: string): ApiClient {
  return async (method, path, data, options) => {
    const body = data === undefined ? undefined : JSON.stringify({ data, ...(options && { options }) })
    const response = await fetch(sandbox.endpoints.baseUrl + path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body }),
    })
    return readApi(response)
  }
}

export async function readApi(response: Response): Promise<ApiAnswer> {
  const body = (await response.json()) as Record<string, unknown>
  const { data } = body
  const errors = body['errors'] as { message: string }[] | undefined
  return {
    status: response.status,
    headers: response.headers,
    body,
    record: isRecord(data) ? data : {},
    records: Array.isArray(data) ? data : [],
    message: errors?.[0]?.message,
  }
}

export function gidOf(record: Record<string, unknown> | undefined): string {
  return String(record?.['gid'])
}

/** The gid of a record that the sample data has, by its name. */
export async function gidNamed(api: ApiClient, path: string, name: string): Promise<string> {
  const { records } = await api('GET', path)
  const found = records.find(record => record['name'] === name)
  if (found === undefined) throw new Error(`Nothing is named ${name} in ${path}`)
  return gidOf(found)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

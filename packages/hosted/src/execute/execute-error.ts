import type { ConnectorAccess } from '../connectors/connector-access.ts'
import { ApiError } from '../http/api-error.ts'
import type { Connector } from '../registry/records.ts'

/** The errors of the connector itself: nothing was sent to Asana. */
const INVALID = new Set([
  'entity_not_found',
  'action_not_supported',
  'missing_parameter',
  'invalid_parameter',
  'invalid_path_parameter',
  'invalid_limit',
])

/** An error of an action, as its caller should meet it. What is not of its kind stays as it is. */
export function asExecuteError(error: unknown, connector: Connector, access: ConnectorAccess): unknown {
  if (!(error instanceof Error) || error instanceof ApiError) return error
  const { code, message, issues, status } = error as Error & Partial<Facts>
  if (code === 'reauthorization_required') {
    return access.reauthorizationRequired(connector, 'Asana no longer accepts its grant')
  }
  if (code === 'credentials_not_found') {
    return access.reauthorizationRequired(connector, 'there are no tokens for it')
  }
  if (code === 'download_failed' && status === 416) {
    return new ApiError({ status, code: 'range_not_satisfiable', message, field: 'params.range' })
  }
  if (typeof code !== 'string' || !INVALID.has(code)) return error
  return new ApiError({
    status: 422,
    code,
    message,
    items: isIssues(issues)
      ? issues.map(issue => ({
          field: `params.${issue.parameter}`,
          message: issue.message,
          error_code: code,
        }))
      : [{ field: fieldOf[code] ?? 'params', message, error_code: code }],
  })
}

const fieldOf: Readonly<Record<string, string>> = {
  entity_not_found: 'entity',
  action_not_supported: 'action',
}

/** What errors may carry; nothing is known of any of it. */
type Facts = Record<'code' | 'issues' | 'status', unknown>

interface Issue {
  readonly parameter: string
  readonly message: string
}

function isIssues(value: unknown): value is readonly Issue[] {
  return Array.isArray(value) && value.length > 0 && value.every(one => typeof one?.parameter === 'string')
}

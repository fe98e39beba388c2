import { AsanaError } from './asana-error.ts'

/**
 * The call cannot be made as it was written, and nothing was sent. Codes: `invalid_path_parameter`,
 * `invalid_limit`, `foreign_origin`, `invalid_base_url`, `invalid_access_token`.
 */
export class AsanaRequestError extends AsanaError {
  override readonly name = 'AsanaRequestError'
}

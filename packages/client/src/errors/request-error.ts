import { AsanaError } from './asana-error.ts'

/**
 * The call cannot be made as it was written, and nothing was sent. Codes: `unknown_operation`,
 * `invalid_path_parameter`, `invalid_limit`, `invalid_file`, `invalid_batch_action`, `invalid_option`,
 * `queue_full`, `foreign_origin`, `invalid_base_url`, `invalid_access_token`.
 */
export class AsanaRequestError extends AsanaError {
  override readonly name = 'AsanaRequestError'
}

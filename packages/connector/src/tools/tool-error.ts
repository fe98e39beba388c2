import { AsanaError } from '@x/asana-client'
import type { ToolAnswer } from './agent-tool.ts'

/** What a model can do about an error, by its stable code. The error's own message says what happened. */
const advice: Readonly<Record<string, string>> = {
  entity_not_found: 'Use asana_describe without arguments to see all entities.',
  action_not_supported: 'Use one of those.',
  missing_parameter: 'Call again with it.',
  invalid_parameter: 'Correct it and call again.',
  not_found: 'Look the gid up with a list or search action, and do not guess it.',
  forbidden: 'Do not try again: tell the user that they lack access to it.',
  payment_required: 'Do not try again: the workspace has no plan with this feature. Find another way.',
  rate_limited: 'Wait before you call again, and ask for more with each call.',
  server_error: 'Try once more. After a write, look first whether it was done.',
  unreachable: 'Try once more. After a write, look first whether it was done.',
  connector_not_found: 'Do not try again: tell the user to connect Asana.',
  timeout: 'Try once more, asking for less. After a write, look first whether it was done.',
  network_error: 'Try once more. After a write, look first whether it was done.',
  reauthorization_required: 'Do not try again: tell the user to connect Asana once more.',
  credentials_not_found: 'Do not try again: tell the user to connect Asana.',
  unauthorized: 'Do not try again: tell the user that Asana no longer accepts the connection.',
}

/** An error as a model reads it. What is no error of ours says nothing: it was not written for models. */
export function toolError(error: unknown): ToolAnswer {
  if (!(error instanceof AsanaError)) {
    return { isError: true, text: 'Error: something went wrong that is not about this call. Tell the user.' }
  }
  // A hosted server says which of the two sides it was: `asana_timeout`, `hosted_timeout`.
  const hint = advice[error.code.replace(/^(asana|hosted)_/, '')]
  return { isError: true, text: `Error (${error.code}): ${error.message}${hint ? ` ${hint}` : ''}` }
}

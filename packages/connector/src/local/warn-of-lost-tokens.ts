interface Warning {
  emitWarning?(text: string, options: { readonly type: string; readonly code: string }): void
}

/**
 * What is told when `onTokenRefresh` failed and nobody gave `onError`: tokens that are kept nowhere end
 * with the process. Without the error's message, which may hold what was to be kept.
 */
export function warnOfLostTokens(): void {
  const { process } = globalThis as { process?: Warning }
  process?.emitWarning?.(
    'onTokenRefresh failed: the new Asana tokens work, and were not kept. Give onError to see why.',
    { type: 'AsanaConnectorWarning', code: 'ASANA_TOKENS_NOT_KEPT' },
  )
}

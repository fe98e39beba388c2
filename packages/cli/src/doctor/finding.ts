/** What one check found. */
export interface Finding {
  /** Stable: `app.client_id`, `endpoint.token`, `store.write`, … */
  readonly check: string
  readonly status: 'ok' | 'warning' | 'failure' | 'skipped'
  readonly message: string
  /** What to do about it. */
  readonly fix?: string
}

export function ok(check: string, message: string): Finding {
  return { check, status: 'ok', message }
}

export function warning(check: string, message: string, fix: string): Finding {
  return { check, status: 'warning', message, fix }
}

export function failure(check: string, message: string, fix: string): Finding {
  return { check, status: 'failure', message, fix }
}

export function skipped(check: string, message: string): Finding {
  return { check, status: 'skipped', message }
}

import type { RegisteredApp } from './app.ts'
import { isKnownScope, openidScopes } from './scope-catalogue.ts'

/** What `scope` of an authorization request comes to. */
type ScopeDecision =
  | { granted: string }
  /** An error that goes back to the app by redirect. */
  | { invalid: string }
  /** An error that Asana shows on its own page (Asana OAuth docs, "forbidden_scopes"). */
  | { forbidden: string }

/** The scope string that Asana records for full permissions (recorded; `identity` is undocumented). */
export const fullScope = 'default identity'

export function decideScope(app: RegisteredApp, requested: string | undefined): ScopeDecision {
  const names = [...new Set((requested ?? '').split(' ').filter(name => name !== ''))]
  const unknown = names.filter(name => !isKnownScope(name))
  if (unknown.length > 0) return { invalid: `Invalid scope(s) requested: ${unknown.join(' ')}` }
  return app.scopes === 'full' ? decideFull(names) : decideGranular(app.scopes, names)
}

function decideFull(names: readonly string[]): ScopeDecision {
  const granular = names.filter(name => name !== 'default' && !openidScopes.includes(name))
  if (granular.length > 0) return { forbidden: notAllowed(`'${granular.join("', '")}'`) }
  const openid = names.filter(name => openidScopes.includes(name))
  // "If no scopes are requested, `default` is assumed": an OpenID-only request gets no API access.
  const whole = names.length === 0 || names.includes('default') ? [fullScope] : []
  return { granted: [...whole, ...openid].join(' ') }
}

function decideGranular(registered: readonly string[], names: readonly string[]): ScopeDecision {
  if (names.length === 0 || names.includes('default')) return { forbidden: notAllowed('`default identity`') }
  const missing = names.filter(name => !registered.includes(name))
  if (missing.length > 0) return { forbidden: notAllowed(`'${missing.join("', '")}'`) }
  return { granted: names.join(' ') }
}

function notAllowed(scopes: string): string {
  return `Your app is not allowed to request user authorization for ${scopes} scopes.`
}

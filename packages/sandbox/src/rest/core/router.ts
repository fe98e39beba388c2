import type { Route } from './route.ts'

export interface RouteMatch {
  readonly route: Route
  readonly params: ReadonlyMap<string, string>
}

/** Finds the route of a path; a literal segment wins over a parameter (`/sections/insert`). */
export class Router {
  readonly #routes = new Map<string, Route[]>()

  constructor(routes: readonly Route[]) {
    const parameters = (one: Route) => one.segments.filter(isParameter).length
    for (const route of [...routes].sort((one, other) => parameters(one) - parameters(other))) {
      const key = keyOf(route.method, route.segments)
      this.#routes.set(key, [...(this.#routes.get(key) ?? []), route])
    }
  }

  find(method: string, path: string): RouteMatch | undefined {
    const segments = path.split('/')
    for (const route of this.#routes.get(keyOf(method, segments)) ?? []) {
      const params = match(route.segments, segments)
      if (params !== undefined) return { route, params }
    }
    return undefined
  }
}

/** Every template begins with a literal: few routes share method, first segment and length. */
function keyOf(method: string, segments: readonly string[]): string {
  return `${method} ${segments.length} ${segments[1]}`
}

function isParameter(segment: string): boolean {
  return segment.startsWith('{')
}

function match(template: readonly string[], segments: readonly string[]): Map<string, string> | undefined {
  const params = new Map<string, string>()
  for (const [index, expected] of template.entries()) {
    const actual = segments[index] ?? ''
    if (!isParameter(expected)) {
      if (expected !== actual) return undefined
    } else {
      const value = decoded(actual)
      if (value === undefined || value === '') return undefined
      params.set(expected.slice(1, -1), value)
    }
  }
  return params
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

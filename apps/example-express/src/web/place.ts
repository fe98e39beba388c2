/** One of the two ways to Asana that this app shows, and where its pages are. */
export interface Place {
  readonly home: '/' | '/hosted'
  /** In front of the paths of its forms. */
  readonly base: '' | '/hosted'
  /** Leads to Asana’s consent page. */
  readonly connectPath: string
}

/** Where a hosted server keeps the tokens. */
export const hostedPlace: Place = { home: '/hosted', base: '/hosted', connectPath: '/hosted/connect' }

/** Where this app keeps them. */
export function ownPlace(loginPath: string): Place {
  return { home: '/', base: '', connectPath: loginPath }
}

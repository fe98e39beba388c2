import { AsanaError } from '@x/asana-auth-core'

/** 401 `not_signed_in`: `subject` named no user, so there is nobody to connect. */
export class NotSignedInError extends AsanaError {
  override readonly name = 'NotSignedInError'

  constructor(hint = '') {
    super(`Nobody is signed in: sign in to this application first.${hint}`, { code: 'not_signed_in' })
  }
}

/** 403 `cross_site_request`: a request that changes something came from another site's page. */
export class CrossSiteRequestError extends AsanaError {
  override readonly name = 'CrossSiteRequestError'

  constructor() {
    super('This request did not come from a page of this site. Open the page again and repeat it there.', {
      code: 'cross_site_request',
    })
  }
}

/** 405 `method_not_allowed`: the route exists, for another method. */
export class MethodNotAllowedError extends AsanaError {
  override readonly name = 'MethodNotAllowedError'

  constructor(method: string, allowed: string) {
    super(`This address does not take ${method}. Use ${allowed}.`, { code: 'method_not_allowed' })
  }
}

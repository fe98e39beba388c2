import './express-request.ts'

export { type AsanaExpress, asanaExpress } from './asana-express.ts'
export { httpStatusOf, retryAfterSecondsOf } from './http/http-status.ts'
export { requireSameOrigin } from './http/same-origin.ts'
export type { AsanaExpressOptions, OnError } from './options.ts'
export { CrossSiteRequestError, MethodNotAllowedError, NotSignedInError } from './request-errors.ts'
export type { RequireAsanaOptions } from './require-asana.ts'
export { safeReturnTo } from './return-to.ts'

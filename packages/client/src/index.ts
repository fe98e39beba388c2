export { AsanaClient, type AsanaFetchInit } from './asana-client.ts'
export type { BatchAnswer, BatchOutcome } from './batch/batch.ts'
export type { BatchAction } from './batch/batch-action.ts'
export type {
  AccessTokenRequest,
  AccessTokenSource,
  AsanaClientOptions,
  Fetch,
  GetAccessToken,
} from './client-options.ts'
export type { Download, DownloadOptions } from './downloads/download.ts'
export { AsanaDownloadError } from './downloads/download-url.ts'
export { AsanaApiError, type AsanaApiErrorOptions, type AsanaErrorDetail } from './errors/asana-api-error.ts'
export { AsanaError, type AsanaErrorOptions } from './errors/asana-error.ts'
export { AsanaConnectionError } from './errors/connection-error.ts'
export { AsanaRequestError } from './errors/request-error.ts'
export { safeCause, scrub } from './errors/safe-cause.ts'
export * from './errors/status-errors.ts'
export type { EventGap, EventStream, WatchOptions } from './events/watch-events.ts'
export type * from './generated/types.gen.ts'
export type { RateLimitsOptions } from './limits/limit-options.ts'
export { RateLimits } from './limits/rate-limits.ts'
export type { AsanaList, AsanaPage, ToArrayOptions } from './list.ts'
export { type Operation, type OperationId, operation, operationIds } from './operations.ts'
export type { CallOptions, FieldOptions, PageParams } from './request/call-options.ts'
export type { FileContent } from './request/file-content.ts'
export { type ChangeNotice, parseChangeNotices } from './response/change-notice.ts'
export type { EventPage } from './response/event-page.ts'
export { retryAfterMs } from './response/retry-after.ts'
export type { Hangs } from './transport/hangs.ts'
export type { RetryOptions } from './transport/retry-options.ts'
export {
  type ClientClock,
  type ClientRuntime,
  type RuntimeOptions,
  systemClock,
} from './transport/runtime.ts'
export { watchedResponse } from './transport/watched-response.ts'
export { handleWebhook, type WebhookOptions } from './webhooks/handle-webhook.ts'
export { type WebhookHandshake, webhookHandshake } from './webhooks/handshake.ts'
export { type SignedDelivery, verifyWebhook } from './webhooks/signature.ts'

export * from '@x/asana-client'
export { AsanaAppCredentials, type AsanaAppOptions } from './app/asana-app-credentials.ts'
export { OUT_OF_BAND_REDIRECT } from './app/endpoints.ts'
export { type Environment, environmentNames } from './app/environment.ts'
export { parseScope, type ScopeInput } from './app/scope.ts'
export { type AsanaProvider, AuthManager } from './auth-manager.ts'
export type { AuthManagerOptions, SessionClientOptions, SessionOptions } from './auth-manager-options.ts'
export type { ConnectionStatus } from './connection-status.ts'
export {
  type AsanaIdentity,
  AsanaUserCredentials,
  type AsanaUserCredentialsFields,
} from './credentials/asana-user-credentials.ts'
export { type AsanaUserCredentialsInput, parseUserCredentials } from './credentials/parse-credentials.ts'
export type { DisconnectResult } from './disconnect.ts'
export { CredentialCodec, type OpenedCredentials } from './encryption/credential-codec.ts'
export { type EncryptionKey, type EncryptionOptions, Keyring } from './encryption/keyring.ts'
export type { RekeyOptions, RekeyProgress } from './encryption/rekey.ts'
export {
  AuthorizationDeniedError,
  ForbiddenScopeError,
  InvalidStateError,
  type InvalidStateErrorCode,
} from './errors/authorization-errors.ts'
export { ConfigurationError, type ConfigurationErrorCode } from './errors/configuration-error.ts'
export {
  DecryptionError,
  type DecryptionFailure,
  describeStoreContext,
  type StoreContext,
  StoreUnavailableError,
  VersionConflictError,
} from './errors/store-errors.ts'
export {
  CredentialsNotFoundError,
  ReauthorizationRequiredError,
  RefreshUnavailableError,
  TokenRequestError,
  type TokenRequestFailure,
} from './errors/token-errors.ts'
export type { AuthEventListener, AuthEventName, AuthEvents } from './events/auth-events.ts'
export type { RefreshOutcome, RefreshSuccess } from './events/refresh-outcome.ts'
export {
  type RefreshTrace,
  type RequestTrace,
  type StoreTrace,
  type TraceMessage,
  traceNames,
} from './events/trace-messages.ts'
export type { AuthorizationStep, AuthorizeOptions } from './oauth2/authorize.ts'
export type { ExchangeOptions } from './oauth2/exchange.ts'
export type { OAuth2FlowSettings } from './oauth2/flow-context.ts'
export type { GrantOptions } from './oauth2/grant.ts'
export { OAuth2Flow } from './oauth2/oauth2-flow.ts'
export type { Introspection, UserInfo } from './oauth2/token-facts.ts'
export type { Clock, Runtime } from './runtime.ts'
export {
  AsanaSession,
  type SessionSettings,
  type TokenOrigin,
  type TokenSource,
} from './session/asana-session.ts'
export { ASANA, credentialKey, MAX_SUBJECT_BYTES, type Subject } from './store/credential-key.ts'
export type {
  CredentialKey,
  CredentialPage,
  CredentialRecord,
  CredentialStatus,
  CredentialStore,
  Lease,
  LeaseAttempt,
  ListOptions,
  StoreCapabilities,
  StoredCredential,
  Version,
  WriteCondition,
} from './store/credential-store.ts'
export type { OneTimeStore } from './store/one-time-store.ts'
export type { OnRefresh } from './tokens/explicit-tokens.ts'
export { defaultTokenSettings, type TokenSettings } from './tokens/token-settings.ts'

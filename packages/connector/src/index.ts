export type { ActionCall, ActionParams } from './accessors/action-call.ts'
export type { DownloadCall } from './accessors/download-call.ts'
export type { EntityAccessors } from './accessors/entity-accessors.gen.ts'
export { AsanaConnector } from './asana-connector.ts'
export type { ConnectionCheck } from './check-connection.ts'
export type { ActionDescription, EntityDescription } from './describe-entities.ts'
export {
  ActionNotSupportedError,
  EntityNotFoundError,
  InvalidParameterError,
  MissingParameterError,
  ParameterError,
  type ParameterIssue,
} from './errors/call-errors.ts'
export type {
  AttachmentDownload,
  DownloadOptions,
  ExecuteOptions,
  ExecuteResult,
  NextPage,
  ResultMeta,
} from './executor.ts'
export type { HostedCallOptions } from './hosted/call-options.ts'
export type { CreateHostedOptions } from './hosted/create-connection.ts'
export type { DeleteHostedOptions } from './hosted/delete-connection.ts'
export { HostedClient, type HostedClientOptions } from './hosted/hosted-client.ts'
export { HostedError, type HostedErrorItem, type HostedErrorOptions } from './hosted/hosted-error.ts'
export type { InitiateOAuthOptions } from './hosted/initiate-oauth.ts'
export type {
  HostedConnectionInfo,
  HostedConnectionPage,
  ListHostedOptions,
} from './hosted/list-connections.ts'
export type { NewTokens } from './hosted/new-tokens.ts'
export type { HostedConnectionChoice, UpdateHostedOptions } from './hosted/update-connection.ts'
export type {
  AuthConfigOptions,
  ConnectorOptions,
  HostedConnectionOptions,
  HostedServerOptions,
  ManagedOptions,
  OAuthConfig,
  OnTokenRefresh,
  TokenConfig,
} from './options/connector-options.ts'
export type { DescribedSchema, OfferedSchema } from './parameters/offered-schema.ts'
export { type AiSdkTool, toAiSdkTools } from './tools/adapters/ai-sdk.ts'
export { toLangChainTools } from './tools/adapters/lang-chain.ts'
export {
  type OpenAiTool,
  type OpenAiToolCall,
  type OpenAiToolMessage,
  runOpenAiToolCalls,
  toOpenAiTools,
} from './tools/adapters/open-ai.ts'
export type { AgentTool, ToolAnswer, ToolCallOptions, ToolInputSchema } from './tools/agent-tool.ts'
export type { ApprovalOptions, ApprovalRequest, Approve } from './tools/approval.ts'
export type { ToolOptions } from './tools/tool-options.ts'

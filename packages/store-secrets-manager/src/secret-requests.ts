import {
  type $Command,
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  type ListSecretsResponse,
  PutSecretValueCommand,
  RestoreSecretCommand,
  type SecretsManagerClientResolvedConfig,
  type ServiceInputTypes,
  type ServiceOutputTypes,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager'
import type { StoreContext } from '@x/asana-auth-core'
import { awsError } from './aws-error.ts'
import { EXISTS, GONE, GONE_OR_ELSEWHERE, GONE_OR_EXISTS, NAME_IN_USE, NOTHING } from './refusal.ts'
import { describeKey } from './secret-names.ts'
import { type SecretState, secretState } from './secret-state.ts'
import type { StoreSettings } from './store-options.ts'

/** A version with its value. */
export interface SecretVersion {
  readonly arn: string
  readonly version: string
  readonly stages: readonly string[]
  readonly text: string
}

/**
 * The new version, when there is one. `taken`: another write came first. Neither: the secret was in no state
 * to be written; look anew.
 */
export interface Written {
  readonly version?: string
  readonly taken?: boolean
}

/**
 * The requests of one operation, with typed errors coming out. A secret is read and made by name and
 * changed by ARN: a request that is late then cannot hit a secret that was made anew.
 */
export class SecretRequests {
  readonly settings: StoreSettings
  readonly at: StoreContext
  /** The secret's; of a listing, what the names begin with. */
  readonly name: string
  #hidden: readonly string[] = []

  constructor(settings: StoreSettings, at: StoreContext, name: string) {
    this.settings = settings
    this.at = at
    this.name = name
  }

  /** The same secret, in another operation. */
  during(operation: string): SecretRequests {
    return new SecretRequests(this.settings, { ...this.at, operation }, this.name)
  }

  /** No error will show these texts. */
  hide(...texts: readonly string[]): void {
    this.#hidden = texts
  }

  async describe(id = this.name): Promise<SecretState | undefined> {
    const { answer } = await this.#ask('DescribeSecret', new DescribeSecretCommand({ SecretId: id }))
    return answer && secretState(answer)
  }

  /** Undefined when there is no such version, or it cannot be read because the secret is to be deleted. */
  async read(stage: string): Promise<SecretVersion | undefined> {
    const command = new GetSecretValueCommand({ SecretId: this.name, VersionStage: stage })
    const { answer } = await this.#ask('GetSecretValue', command)
    if (!answer) return undefined
    const { ARN = '', VersionId = '', VersionStages = [], SecretString = '' } = answer
    return { arn: ARN, version: VersionId, stages: VersionStages, text: SecretString }
  }

  /** The new secret's ARN; undefined when the name is taken, be it by a secret that is about to go. */
  async create(version?: string, text?: string): Promise<string | undefined> {
    const { kmsKeyId, tags } = this.settings
    const { key } = this.at
    const command = new CreateSecretCommand({
      Name: this.name,
      Description: key && describeKey(key),
      SecretString: text,
      ClientRequestToken: version,
      KmsKeyId: kmsKeyId,
      Tags: tags && Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    })
    const { answer } = await this.#ask('CreateSecret', command, NAME_IN_USE)
    if (answer && version) this.settings.writes += 1
    return answer?.ARN
  }

  /** `version` becomes its id. */
  async put(arn: string, version: string, text: string, ...stages: string[]): Promise<Written> {
    const command = new PutSecretValueCommand({
      SecretId: arn,
      ClientRequestToken: version,
      SecretString: text,
      VersionStages: stages,
    })
    const { answer, refusal = '' } = await this.#ask('PutSecretValue', command, GONE_OR_EXISTS)
    if (!answer) return { taken: EXISTS.test(refusal) }
    this.settings.writes += 1
    return { version }
  }

  /** Takes a staging label away from this version; no effect when the version does not have it. */
  async unlabel(arn: string, stage: string, version: string): Promise<void> {
    const command = new UpdateSecretVersionStageCommand({
      SecretId: arn,
      VersionStage: stage,
      RemoveFromVersionId: version,
    })
    await this.#ask('UpdateSecretVersionStage', command, GONE_OR_ELSEWHERE)
  }

  async restore(arn: string): Promise<void> {
    await this.#ask('RestoreSecret', new RestoreSecretCommand({ SecretId: arn }))
  }

  /** At once and for good, or so that it can be restored for some days. */
  async destroy(arn: string, days?: number): Promise<void> {
    const command = new DeleteSecretCommand({
      SecretId: arn,
      RecoveryWindowInDays: days,
      ForceDeleteWithoutRecovery: days ? undefined : true,
    })
    await this.#ask('DeleteSecret', command)
  }

  /** Up to 100 secrets. */
  async list(token: string): Promise<ListSecretsResponse> {
    const command = new ListSecretsCommand({
      Filters: [{ Key: 'name', Values: [this.name] }],
      MaxResults: 100,
      NextToken: token || undefined,
    })
    const { answer = {} } = await this.#ask('ListSecrets', command, NOTHING)
    return answer
  }

  /** `expected`: what is an answer, too. */
  async #ask<I extends ServiceInputTypes, O extends ServiceOutputTypes>(
    action: string,
    command: $Command<I, O, SecretsManagerClientResolvedConfig>,
    expected = GONE,
  ): Promise<{ readonly answer?: O; readonly refusal?: string }> {
    const { client, prefix } = this.settings
    try {
      return { answer: await client.send(command) }
    } catch (error) {
      const refusal = String(error)
      if (expected.test(refusal)) return { refusal }
      const resource =
        action === 'ListSecrets' ? '*' : `arn:aws:secretsmanager:<region>:<account>:secret:${prefix}*`
      throw awsError(error, { action, resource, at: this.at, secrets: this.#hidden })
    }
  }
}

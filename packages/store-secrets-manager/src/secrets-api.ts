import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  type ListSecretsResponse,
  PutSecretValueCommand,
  RestoreSecretCommand,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager'
import { type AwsOperation, awsError } from './aws-error.ts'
import { type Refusal, refusalOf } from './refusal.ts'
import { type SecretState, secretState } from './secret-state.ts'
import type { SecretsManagerStoreOptions } from './store-options.ts'

/** A version to be written; `token` becomes its id. */
export interface NewVersion {
  readonly token: string
  readonly text: string
}

/** A version with its value. */
export interface SecretVersion {
  readonly arn: string
  readonly version: string
  readonly stages: readonly string[]
  readonly text: string
}

/**
 * The requests to AWS, with typed errors coming out. A secret is read and made by name and changed by
 * ARN: a request that is late then cannot hit a secret that was made anew.
 */
export class SecretsApi {
  /** Versions made so far: what AWS limits. */
  writes = 0
  readonly #options: SecretsManagerStoreOptions

  constructor(options: SecretsManagerStoreOptions) {
    this.#options = options
  }

  async describe(at: AwsOperation, id: string): Promise<SecretState | undefined> {
    const command = new DescribeSecretCommand({ SecretId: id })
    const answer = await this.#call(at, 'DescribeSecret', ['missing'], client => client.send(command))
    return answer === 'missing' ? undefined : secretState(answer)
  }

  /** Undefined when there is no such version, or it cannot be read because the secret is to be deleted. */
  async read(at: AwsOperation, id: string, stage: string): Promise<SecretVersion | undefined> {
    const command = new GetSecretValueCommand({ SecretId: id, VersionStage: stage })
    const answer = await this.#call(at, 'GetSecretValue', ['missing', 'marked'], client =>
      client.send(command),
    )
    if (typeof answer === 'string') return undefined
    const { ARN = '', VersionId = '', VersionStages = [], SecretString = '' } = answer
    return { arn: ARN, version: VersionId, stages: VersionStages, text: SecretString }
  }

  /** The new secret's ARN; undefined when the name is taken, be it by a secret that is about to go. */
  async create(
    at: AwsOperation,
    name: string,
    description: string,
    first?: NewVersion,
  ): Promise<string | undefined> {
    const { kmsKeyId, tags } = this.#options
    const command = new CreateSecretCommand({
      Name: name,
      Description: description,
      ...(first && { SecretString: first.text, ClientRequestToken: first.token }),
      ...(kmsKeyId !== undefined && { KmsKeyId: kmsKeyId }),
      ...(tags && { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) }),
    })
    const answer = await this.#call(at, 'CreateSecret', ['exists', 'marked'], client => client.send(command))
    if (typeof answer === 'string') return undefined
    if (first) this.writes += 1
    return answer.ARN
  }

  /** `taken`: there is another version of this id. `gone`: the secret is deleted, or about to be. */
  async put(
    at: AwsOperation,
    arn: string,
    { token, text }: NewVersion,
    stages: readonly string[],
  ): Promise<'written' | 'taken' | 'gone'> {
    const command = new PutSecretValueCommand({
      SecretId: arn,
      ClientRequestToken: token,
      SecretString: text,
      VersionStages: [...stages],
    })
    const refusals = ['exists', 'missing', 'marked'] as const
    const answer = await this.#call(at, 'PutSecretValue', refusals, client => client.send(command))
    if (answer === 'exists') return 'taken'
    if (typeof answer === 'string') return 'gone'
    this.writes += 1
    return 'written'
  }

  /** Takes a staging label away from this version; no effect when the version does not have it. */
  async unlabel(at: AwsOperation, arn: string, stage: string, version: string): Promise<void> {
    const command = new UpdateSecretVersionStageCommand({
      SecretId: arn,
      VersionStage: stage,
      RemoveFromVersionId: version,
    })
    const refusals = ['misplaced', 'missing', 'marked'] as const
    await this.#call(at, 'UpdateSecretVersionStage', refusals, client => client.send(command))
  }

  async restore(at: AwsOperation, arn: string): Promise<void> {
    const command = new RestoreSecretCommand({ SecretId: arn })
    await this.#call(at, 'RestoreSecret', ['missing', 'marked'], client => client.send(command))
  }

  /** At once and for good, or so that it can be restored for some days. */
  async destroy(at: AwsOperation, arn: string, days?: number): Promise<void> {
    const how = days === undefined ? { ForceDeleteWithoutRecovery: true } : { RecoveryWindowInDays: days }
    const command = new DeleteSecretCommand({ SecretId: arn, ...how })
    await this.#call(at, 'DeleteSecret', ['missing', 'marked'], client => client.send(command))
  }

  /** Up to 100 secrets whose names begin like this. */
  list(at: AwsOperation, beginning: string, token?: string): Promise<ListSecretsResponse> {
    const command = new ListSecretsCommand({
      Filters: [{ Key: 'name', Values: [beginning] }],
      MaxResults: 100,
      ...(token !== undefined && { NextToken: token }),
    })
    return this.#call(at, 'ListSecrets', [], client => client.send(command))
  }

  async #call<T, R extends Refusal = never>(
    at: AwsOperation,
    action: string,
    expected: readonly R[],
    run: (client: SecretsManagerStoreOptions['client']) => Promise<T>,
  ): Promise<T | R> {
    try {
      return await run(this.#options.client)
    } catch (error) {
      const refusal = expected.find(reason => reason === refusalOf(error))
      if (refusal) return refusal
      const resource =
        action === 'ListSecrets'
          ? '*'
          : `arn:aws:secretsmanager:<region>:<account>:secret:${this.#options.prefix}*`
      throw awsError(error, { action, resource }, at)
    }
  }
}

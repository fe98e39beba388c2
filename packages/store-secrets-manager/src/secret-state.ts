import type { DescribeSecretResponse } from '@aws-sdk/client-secrets-manager'
import { CURRENT, EMPTY, ENDED, HELD, LEASE, PREVIOUS } from './stages.ts'

/** A secret without its values: which version is what. */
export interface SecretState {
  /** Another one after the secret was deleted and made again. */
  readonly arn: string
  readonly current: string | undefined
  readonly previous: string | undefined
  readonly row: Row
  readonly lease: string | undefined
  /** Not released; it may be over all the same. */
  readonly held: boolean
}

/**
 * What the current version stands for. `scheduled`: the secret is marked for deletion; it can be restored,
 * but neither read nor written. `none`: there is no version yet.
 */
export type Row = 'there' | 'empty' | 'ended' | 'scheduled' | 'none'

export function secretState(secret: DescribeSecretResponse): SecretState {
  const { ARN = '', DeletedDate, VersionIdsToStages = {} } = secret
  const holder = (stage: string) =>
    Object.entries(VersionIdsToStages).find(([, stages]) => stages.includes(stage))?.[0]
  const current = holder(CURRENT)
  const lease = holder(LEASE)
  const row = current ? rowOf(VersionIdsToStages[current]) : 'none'
  return {
    arn: ARN,
    current,
    previous: holder(PREVIOUS),
    row: DeletedDate && row !== 'ended' ? 'scheduled' : row,
    lease,
    held: lease !== undefined && lease === holder(HELD),
  }
}

/** What a current version with these stages stands for. */
export function rowOf(stages: readonly string[] = []): Row {
  return stages.includes(ENDED) ? 'ended' : stages.includes(EMPTY) ? 'empty' : 'there'
}

/** The row's version; undefined when there is no row. */
export function rowVersion(state: SecretState | undefined): string | undefined {
  return state?.row === 'there' ? state.current : undefined
}

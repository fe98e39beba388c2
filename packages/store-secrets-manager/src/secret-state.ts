import type { DescribeSecretResponse } from '@aws-sdk/client-secrets-manager'
import { CURRENT, EMPTY, ENDED, HELD, LEASE, PREVIOUS } from './stages.ts'

/** A secret without its values: which version is what. */
export interface SecretState {
  /** Another one after the secret was deleted and made again. */
  readonly arn: string
  readonly current: string | undefined
  readonly previous: string | undefined
  /** What the current version stands for. */
  readonly row: Row
  /** Marked for deletion: it can be restored, but neither read nor written. */
  readonly scheduled: boolean
  readonly lease: string | undefined
  /** Not released; it may be over all the same. */
  readonly held: boolean
}

export type Row = 'there' | 'empty' | 'ended'

export function secretState({
  ARN,
  DeletedDate,
  VersionIdsToStages = {},
}: DescribeSecretResponse): SecretState {
  const holder = (stage: string) =>
    Object.entries(VersionIdsToStages).find(([, stages]) => stages.includes(stage))?.[0]
  const [current, lease] = [holder(CURRENT), holder(LEASE)]
  return {
    arn: ARN ?? '',
    current,
    previous: holder(PREVIOUS),
    row: current === undefined ? 'empty' : rowOf(VersionIdsToStages[current]),
    scheduled: DeletedDate !== undefined,
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
  return state?.row === 'there' && !state.scheduled ? state.current : undefined
}

import type {
  AsanaList,
  CallOptions,
  EventPage,
  OperationId,
  OperationMethods,
  PageParams,
} from '@x/asana-client'
import type { ExecuteOptions, ExecuteResult } from '../executor.ts'
import type { AlsoLimited } from '../parameters/action-parameters.ts'

/** What the client's method takes, without the path parameters in front. */
type Rest<Id extends OperationId, Path extends readonly string[]> =
  Parameters<OperationMethods[Id]> extends [...{ [Index in keyof Path]: string }, ...infer Others]
    ? Others
    : Parameters<OperationMethods[Id]>

/** `assignee_any` beside `assignee.any`; which also takes a list of ids. */
type Underscored<Options> = {
  [Name in keyof Options as Name extends `${infer A}.${infer B}` ? `${A}_${B}` : Name]:
    | Options[Name]
    | (Name extends `${string}.${'any' | 'not' | 'all'}` ? readonly string[] : never)
}

type Query<Options> = Omit<NonNullable<Options>, keyof CallOptions> &
  Underscored<Omit<NonNullable<Options>, keyof CallOptions>> & {
    readonly opt_fields?: string | readonly string[] | undefined
  }

/** Of lists that have pages. */
interface AllPages {
  /** All of them, and not one. */
  readonly allPages?: boolean | undefined
  /** At most so many items; 10,000 if not given. */
  readonly maxItems?: number | undefined
}

/** Fields go into `data`, or stand for themselves. */
type Body<Data> = { readonly data: Data } | (Data & { readonly data?: undefined })

/** What an action takes, in one object. */
export type ActionParams<
  Id extends OperationId,
  Path extends readonly string[],
  Kind extends 'query' | 'body',
> = { readonly [Name in Path[number]]: string } & (Kind extends 'body'
  ? Body<Rest<Id, Path>[0]> & Query<Rest<Id, Path>[1]>
  : Query<Rest<Id, Path>[0]>) &
  (ReturnType<OperationMethods[Id]> extends AsanaList<unknown> ? AllPages : unknown) &
  (Id extends AlsoLimited ? Pick<PageParams, 'limit'> : unknown)

/** What it answers. */
type ActionData<Id extends OperationId> =
  ReturnType<OperationMethods[Id]> extends AsanaList<infer Item>
    ? readonly Item[]
    : Awaited<ReturnType<OperationMethods[Id]>> extends EventPage<infer Event>
      ? readonly Event[]
      : Awaited<ReturnType<OperationMethods[Id]>>

/** One action as a method: `connector.tasks.list`. */
export type ActionCall<
  Id extends OperationId,
  Path extends readonly string[] = [],
  Kind extends 'query' | 'body' = 'query',
> = (
  ...args: Record<never, never> extends ActionParams<Id, Path, Kind>
    ? [params?: ActionParams<Id, Path, Kind>, options?: ExecuteOptions]
    : [params: ActionParams<Id, Path, Kind>, options?: ExecuteOptions]
) => Promise<ExecuteResult<ActionData<Id>>>

import type { AsanaEvent, EventGap } from '@x/asana-client'

export { createReadStream } from 'node:fs'

export declare function refreshMyToken(options: {
  readonly signal?: AbortSignal | undefined
}): Promise<string>
export declare function myCurrentToken(): string
export declare const accessToken: string

/** Gids of what a file is attached to, and of what is watched. */
export declare const parent: string
export declare const project: string
export declare const signal: AbortSignal
export declare function handle(event: AsanaEvent | EventGap): Promise<void>
/** Where the reader keeps the place in a stream of events, and the secrets of webhooks. */
export declare const kept: {
  get(): Promise<string | undefined>
  set(sync: string | undefined): Promise<void>
}
export declare const secrets: { all(): Promise<string[]>; add(secret: string): Promise<void> }
export declare const queue: { push(events: readonly unknown[]): Promise<void> }

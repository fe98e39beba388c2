export declare function refreshMyToken(options: {
  readonly signal?: AbortSignal | undefined
}): Promise<string>
export declare function myCurrentToken(): string

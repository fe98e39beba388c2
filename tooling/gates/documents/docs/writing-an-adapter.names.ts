/** The reader's SQLite client. */
export declare const sql: {
  all(text: string, ...values: unknown[]): Promise<Record<string, unknown>[]>
  run(text: string, ...values: unknown[]): Promise<number>
}

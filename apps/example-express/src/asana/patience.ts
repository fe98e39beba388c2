/**
 * For calls that a page waits for: one more try, and no long wait. The client's own patience is a
 * minute, which suits a job and no reader; where Asana asks for more than this, the page says so at once.
 */
export const patience = { retry: { retries: 1, maxWaitMs: 2_000 } } as const

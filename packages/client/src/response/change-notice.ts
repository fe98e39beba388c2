/** A change of the API that Asana announces in a response (Asana docs: Deprecations). */
export interface ChangeNotice {
  /** What `Asana-Enable` and `Asana-Disable` call the change. */
  readonly name: string
  /** Where to read about it. */
  readonly info?: string
  /** Whether this very request would be answered differently. */
  readonly affected: boolean
}

/**
 * The notices in an `Asana-Change` header: `name=…;info=…;affected=true`, several joined by commas.
 * Parts without a name are dropped; nothing makes it throw.
 */
export function parseChangeNotices(header: string | null): ChangeNotice[] {
  // Only a comma before the next name separates notices: a URL in `info` may hold one.
  return (header ?? '').split(/,\s*(?=name=)/).flatMap(notice => {
    const fields = notice.split(';').map(field => field.trim().split(/=(.*)/s))
    const { name, info, affected }: Record<string, string | undefined> = Object.fromEntries(fields)
    return name ? { name, ...(info && { info }), affected: affected === 'true' } : []
  })
}

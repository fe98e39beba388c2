/**
 * A path with what names one thing taken out: `/api/1.0/tasks/{id}`. Metrics need few different values, and an e-mail
 * address, which Asana takes for a user's gid, is nobody's business.
 */
export function urlTemplate(pathname: string): string {
  return pathname
    .split('/')
    .map(segment => (/\d{3}|[@:%]/.test(segment) ? '{id}' : segment))
    .join('/')
}

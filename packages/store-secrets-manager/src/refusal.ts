// Answers that are no failure, by `name: message`. AWS has InvalidRequest for many states, and tells this one,
// a secret that is marked for deletion, apart by its text only.

export const MISSING = /^ResourceNotFound/
export const EXISTS = /^ResourceExists/
/** No such secret or version, or no longer. */
export const GONE = /^ResourceNotFound|^InvalidRequest.*delet/is
/** A secret of this name is there, or has not left yet. */
export const NAME_IN_USE = /^ResourceExists|^InvalidRequest.*delet/is
export const GONE_OR_EXISTS = /^ResourceNotFound|^ResourceExists|^InvalidRequest.*delet/is
export const GONE_OR_ELSEWHERE = /^ResourceNotFound|^InvalidParameter|^InvalidRequest.*delet/is
export const NOTHING = /(?!)/

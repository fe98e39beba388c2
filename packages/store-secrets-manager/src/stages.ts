/** The store's name, for messages. */
export const STORE = 'secrets-manager'
/** AWS's: the version that is the secret's value. */
export const CURRENT = 'AWSCURRENT'
/** AWS's: the version that was current before. */
export const PREVIOUS = 'AWSPREVIOUS'
/** On a current version that stands for no row: a deleted one, or a lease without one. */
export const EMPTY = 'asana-auth-empty'
/** On a current version after which the secret must be deleted, whoever finds it. */
export const ENDED = 'asana-auth-ended'
/** The newest lease. */
export const LEASE = 'asana-auth-lease'
/** On the newest lease until it is released. */
export const HELD = 'asana-auth-held'

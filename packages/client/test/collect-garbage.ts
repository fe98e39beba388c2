import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')

/** So that what is measured is what is held. */
export const collectGarbage: () => void = runInNewContext('gc')

import { UsageError } from '../cli-errors.ts'
import { setting } from '../settings/setting.ts'
import type { StoreSettings } from './store-settings.ts'

/** The URL of the store's server. @throws UsageError `missing_setting`, `invalid_setting` */
export function addressOf({ kind, env }: StoreSettings, variable: string, example: string): string {
  const address = setting(env, variable)
  if (address === undefined) {
    throw new UsageError(`The ${kind} store needs ${variable}, as in ${example}.`, 'missing_setting')
  }
  // The value may hold a password, so it is not repeated.
  if (!URL.canParse(address)) {
    throw new UsageError(`${variable} is no URL; it should look like ${example}.`, 'invalid_setting')
  }
  return address
}

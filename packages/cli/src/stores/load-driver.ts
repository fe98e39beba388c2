import { UsageError } from '../cli-errors.ts'

/**
 * Loads an optional peer dependency. Drivers are loaded only when their store is used, so that nobody
 * installs the AWS SDK to look into Redis.
 * @throws UsageError `driver_missing`
 */
export async function loadDriver<T>(driver: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const isMissing = code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND'
    if (!isMissing || !String(error).includes(driver)) throw error
    throw new UsageError(
      `This store needs ${driver}, which is not installed: npm install ${driver} beside @x/asana-auth-cli, ` +
        `or run: npx -p @x/asana-auth-cli -p ${driver} asana-auth …`,
      'driver_missing',
    )
  }
}

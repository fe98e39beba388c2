import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/** Where a program is, looking along PATH and then in `elsewhere`. */
export async function findProgram(
  name: string,
  elsewhere: readonly string[] = [],
): Promise<string | undefined> {
  const path = process.env['PATH'] ?? ''
  for (const directory of [...path.split(delimiter).filter(Boolean), ...elsewhere]) {
    const file = join(directory, name)
    if (await isExecutable(file)) return file
  }
  return undefined
}

function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

// Asana's API description is not ours to publish: who has it beside the repository gets these tests, too.
const path =
  process.env['ASANA_OAS'] ??
  fileURLToPath(new URL('../../../../../shared/data/asana_oas.yaml', import.meta.url))

/** The text of the description; undefined where it is not. */
export const descriptionText = existsSync(path) ? readFileSync(path, 'utf8') : undefined

if (descriptionText === undefined) {
  process.stdout.write(`skipped: ${path} is absent; set ASANA_OAS to the path of Asana's API description\n`)
}

/**
 * The description, read. It says `nullable` of schemas without a type in some answers, which validators
 * do not take: there it is left out.
 */
export function readDescription(): Record<string, unknown> {
  return parse(
    descriptionText ?? '',
    (_, value) => {
      if (typeof value !== 'object' || value === null || !('nullable' in value) || 'type' in value)
        return value
      const { nullable, ...schema } = value
      return schema
    },
    { maxAliasCount: -1 },
  )
}

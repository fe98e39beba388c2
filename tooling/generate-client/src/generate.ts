import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { OpenApi } from './openapi.ts'
import { operationFacts } from './operation-facts.ts'
import { operationsFile } from './operations-file.ts'
import { parametersFile } from './parameters-file.ts'
import { typesFile } from './types-file.ts'

/** The generated files by name, from the text of the description. */
export function generate(description: string): Readonly<Record<string, string>> {
  const document: OpenApi = parse(description, { maxAliasCount: -1 })
  const operations = operationFacts(document)
  return {
    'operations.gen.ts': operationsFile(operations),
    'parameters.gen.ts': parametersFile(document, operations),
    'types.gen.ts': typesFile(document, operations),
  }
}

/** Writes them into a folder. */
export function writeGenerated(descriptionPath: string, folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(generate(readFileSync(descriptionPath, 'utf8')))) {
    writeFileSync(join(folder, name), text)
  }
}

import { fileURLToPath } from 'node:url'
import { writeGenerated } from './generate.ts'

const [description] = process.argv.slice(2)
if (description === undefined) {
  process.stderr.write('Give the path of the API description: pnpm generate path/to/asana_oas.yaml\n')
  process.exit(2)
}
writeGenerated(description, fileURLToPath(new URL('../../../packages/client/src/generated', import.meta.url)))

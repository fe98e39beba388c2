import { readFile } from 'node:fs/promises'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import type { Gate } from '../gate.ts'
import { tarballOf } from '../repository/tarball.ts'

/** The package.json says the truth about what is in the tarball. */
export const publintGate: Gate = async repository => {
  const problems: string[] = []
  for (const published of repository.packages) {
    const { buffer } = new Uint8Array(await readFile(tarballOf(repository, published)))
    const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true })
    for (const message of messages) {
      problems.push(`${published.name}: ${formatMessage(message, pkg, { color: false }) ?? message.code}`)
    }
  }
  return { summary: `${repository.packages.length} tarballs match their package.json`, problems }
}

import { readFile } from 'node:fs/promises'
import { checkPackage, createPackageFromTarballData, type Problem } from '@arethetypeswrong/core'
import { problemKindInfo } from '@arethetypeswrong/core/problems'
import type { Gate } from '../gate.ts'
import { tarballOf } from '../repository/tarball.ts'

/** TypeScript finds the right types for what Node finds, whichever way it resolves. */
export const typesGate: Gate = async repository => {
  const problems: string[] = []
  for (const published of repository.packages) {
    const tarball = await readFile(tarballOf(repository, published))
    const result = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)), {
      excludeEntrypoints: Object.keys(published.manifest.exports ?? {}).filter(isNoModule),
    })
    if (!result.types) problems.push(`${published.name} has no types in its tarball: build it first.`)
    else
      for (const problem of result.problems.filter(concerns)) problems.push(describe(published.name, problem))
  }
  return { summary: `${repository.packages.length} tarballs resolve to the right types`, problems }
}

function isNoModule(subpath: string): boolean {
  return /\.(json|sql|css)$/.test(subpath)
}

/** `node10` does not read `exports`, and no Node that we support resolves that way. */
function concerns(problem: Problem): boolean {
  return !('resolutionKind' in problem) || problem.resolutionKind !== 'node10'
}

function describe(name: string, problem: Problem): string {
  const { title, shortDescription, docsUrl } = problemKindInfo[problem.kind]
  const where =
    'entrypoint' in problem
      ? `"${problem.entrypoint}" under ${problem.resolutionKind}`
      : 'typesFileName' in problem
        ? problem.typesFileName
        : problem.fileName
  return `${name}: ${where}: ${title}: ${shortDescription}. See ${docsUrl}`
}

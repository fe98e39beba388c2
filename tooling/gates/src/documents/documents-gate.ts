import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Gate, Verdict } from '../gate.ts'
import { listFiles } from '../repository/files.ts'
import { type Block, blocksOf } from './block.ts'
import { type BlockModule, blockModules, fileOf } from './block-module.ts'
import { lenderOf } from './names.ts'
import { runBlocks, runnable } from './run-document.ts'
import { type Complaint, isImplicitAny, isUnknownName, TypeChecker } from './type-check.ts'

/** Every code block of every Markdown file type-checks; those that bring a sandbox or a setup also run. */
export const documentsGate: Gate = async ({ root }) =>
  checkDocuments(root, await listFiles(root, ['*.md']), join(root, 'tooling/gates'))

/** @param home the package that has what the blocks import as dependencies, and `documents/` for what they borrow */
export async function checkDocuments(
  root: string,
  documents: readonly string[],
  home: string,
): Promise<Verdict> {
  const folder = join(home, 'dist/documents')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const checker = new TypeChecker()

  const blocks = (
    await Promise.all(
      documents.map(async document => blocksOf(document, await readFile(join(root, document), 'utf8'))),
    )
  ).flat()
  const unknown = await unknownNames(blocks, checker, folder)

  const lenders = join(home, 'documents')
  const modules = documents.map(document => {
    const own = blocks.filter(block => block.document === document)
    const lender = lenderOf(document, lenders)
    return { document, lender, modules: blockModules(own, block => unknown.get(block) ?? [], lender, folder) }
  })
  const all = modules.flatMap(({ modules }) => modules)
  await Promise.all(all.map(({ file, text }) => writeFile(file, text)))
  const problems = complaintsOf(all, checker)

  let ran = 0
  for (const { document, lender, modules: own } of problems.length > 0 ? [] : modules) {
    const running = runnable(own, lender)
    if (running.length === 0) continue
    ran += running.length
    const failure = await runBlocks(running, lender, join(folder, document.replaceAll('/', '__')))
    if (failure) problems.push(`${document}: its code does not run:\n${failure}`)
  }
  return { summary: `${all.length} code blocks type-check, ${ran} of them ran`, problems }
}

async function unknownNames(blocks: readonly Block[], checker: TypeChecker, folder: string) {
  await Promise.all(blocks.map(block => writeFile(fileOf(block, folder), `${block.code}\nexport {}\n`)))
  const complaints = checker.check(blocks.map(block => fileOf(block, folder))).filter(isUnknownName)
  return new Map(
    blocks.map(block => {
      const own = complaints.filter(({ file }) => file === fileOf(block, folder))
      return [block, [...new Set(own.map(({ about }) => about))]]
    }),
  )
}

function complaintsOf(modules: readonly BlockModule[], checker: TypeChecker): string[] {
  const complaints = checker.check(modules.map(({ file }) => file))
  return modules.flatMap(({ file, block }) =>
    complaints
      .filter(complaint => complaint.file === file)
      .filter(complaint => block.language === 'ts' || !isImplicitAny(complaint))
      .map(complaint => describe(block, complaint)),
  )
}

function describe({ document, line }: Block, complaint: Complaint): string {
  const stem = document.replace(/\.md$/, '')
  const advice = isUnknownName(complaint)
    ? `\nIf the text around it says what it is, export it from tooling/gates/documents/${stem}.names.ts.`
    : ''
  return `${document}:${line + complaint.line - 1}: ${complaint.text}${advice}`
}

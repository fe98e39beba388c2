import { join } from 'node:path'
import type { Block } from './block.ts'
import { exportedNames, type Lender, topLevelNames } from './names.ts'

/** A block as a file of its own, with the names it borrows from the text around it imported. */
export interface BlockModule {
  readonly block: Block
  readonly file: string
  readonly text: string
  /** The modules that it borrows names from: earlier blocks of its document, or the lender. */
  readonly borrowsFrom: ReadonlySet<string>
}

/** Where a block goes. The same line numbers as in the block, so that complaints can be traced back. */
export function fileOf({ document, line, language }: Block, folder: string): string {
  return join(folder, `${document.replaceAll('/', '__')}.${line}.m${language}`)
}

/**
 * The modules of one document.
 * @param unknown the names that each block uses and nobody declares
 */
export function blockModules(
  blocks: readonly Block[],
  unknown: (block: Block) => readonly string[],
  lender: Lender | undefined,
  folder: string,
): BlockModule[] {
  const borrowed = blocks.map((block, index) =>
    unknown(block).map(name => {
      const earlier = blocks.slice(0, index).findLast(({ code }) => topLevelNames(code).has(name))
      const lent = lender?.names.has(name) ? lender.file : undefined
      return { name, from: earlier ? fileOf(earlier, folder) : lent }
    }),
  )
  return blocks.map((block, index) => {
    const file = fileOf(block, folder)
    const loans = (borrowed[index] ?? []).flatMap(({ name, from }) => (from ? [{ name, from }] : []))
    const imports = loans.map(({ name, from }) => `import { ${name} } from ${JSON.stringify(from)}; `)
    const lent = borrowed.flat().flatMap(({ name, from }) => (from === file ? [name] : []))
    const exported = exportedNames(block.code)
    const exports = [...new Set(lent)].filter(name => !exported.has(name))
    // A relative import is a file of the reader's.
    const code = lender
      ? block.code.replaceAll(/(from )'\.\.?\/[^']*'/g, `$1${JSON.stringify(lender.file)}`)
      : block.code
    const usesReaders = code !== block.code && lender ? [lender.file] : []
    return {
      block,
      file,
      text: `${imports.join('')}${code}\nexport { ${exports.join(', ')} }\n`,
      borrowsFrom: new Set([...loans.map(({ from }) => from), ...usesReaders]),
    }
  })
}

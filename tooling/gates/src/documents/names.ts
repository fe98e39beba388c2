import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** Where the names come from that a document's blocks use and do not declare. */
export interface Lender {
  readonly file: string
  readonly names: ReadonlySet<string>
  /** It has values, so that the blocks can run; else it only declares types. */
  readonly runs: boolean
}

/**
 * `documents/docs/migrating.setup.ts` lends docs/migrating.md values, `….names.ts` types alone.
 * @param folder of the lenders
 */
export function lenderOf(document: string, folder: string): Lender | undefined {
  const stem = join(folder, document.replace(/\.md$/, ''))
  const file = [`${stem}.setup.ts`, `${stem}.names.ts`].find(path => existsSync(path))
  if (!file) return undefined
  return { file, names: exportedNames(readFileSync(file, 'utf8')), runs: file.endsWith('.setup.ts') }
}

/** What a block declares or imports at its top level: what later blocks of the document may use. */
export function topLevelNames(code: string): ReadonlySet<string> {
  const names = new Set<string>()
  const add = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) names.add(name.text)
    else for (const element of name.elements) if (ts.isBindingElement(element)) add(element.name)
  }
  for (const statement of parse(code).statements) {
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) add(name)
    } else if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings
      if (statement.importClause?.name) add(statement.importClause.name)
      if (bindings && ts.isNamespaceImport(bindings)) add(bindings.name)
      else for (const { name } of bindings?.elements ?? []) add(name)
    } else if (
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement)
    ) {
      if (statement.name) add(statement.name)
    }
  }
  return names
}

/** What a block imports from, as written. */
export function importedModules(code: string): readonly string[] {
  return parse(code).statements.flatMap(statement =>
    ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)
      ? [statement.moduleSpecifier.text]
      : [],
  )
}

/** What a module exports by name. */
export function exportedNames(code: string): ReadonlySet<string> {
  const { statements } = parse(code)
  const exported = statements.filter(
    statement =>
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
  )
  const listed = statements.flatMap(statement =>
    ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)
      ? statement.exportClause.elements.map(({ name }) => name.text)
      : [],
  )
  return new Set([...topLevelNames(exported.map(statement => statement.getFullText()).join('\n')), ...listed])
}

function parse(code: string): ts.SourceFile {
  return ts.createSourceFile('block.ts', code, ts.ScriptTarget.ESNext, true)
}

import ts from 'typescript'

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'],
  types: ['node'],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  allowJs: true,
  checkJs: true,
  allowImportingTsExtensions: true,
  // Two lines out of an object literal read as labels.
  allowUnusedLabels: true,
}

/** A complaint of the type checker about a file. */
export interface Complaint {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly code: number
  readonly text: string
  /** The piece of the source that it is about. */
  readonly about: string
}

/** Checks files as a module that a user writes, twice or more: what is known of the libraries is kept. */
export class TypeChecker {
  #program: ts.Program | undefined

  check(files: readonly string[]): Complaint[] {
    const program = ts.createProgram({
      rootNames: files,
      options,
      ...(this.#program && { oldProgram: this.#program }),
    })
    this.#program = program
    return files.flatMap(file => {
      const source = program.getSourceFile(file)
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      return found.map(({ start = 0, length = 0, code, messageText }) => ({
        file,
        line: (source?.getLineAndCharacterOfPosition(start).line ?? 0) + 1,
        code,
        text: ts.flattenDiagnosticMessageText(messageText, '\n'),
        about: source?.text.slice(start, start + length) ?? '',
      }))
    })
  }
}

/** "Cannot find name", in the forms it takes: with a guess, as a shorthand, for a test runner. */
export function isUnknownName({ code }: Complaint): boolean {
  return [2304, 2552, 18004, 2582, 2593].includes(code)
}

/** JavaScript has no way to write the type of a parameter. */
export function isImplicitAny({ code }: Complaint): boolean {
  return [7005, 7006, 7019, 7031, 7034].includes(code)
}

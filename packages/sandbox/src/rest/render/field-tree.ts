/** The fields of `opt_fields`: `a,b.c` is `{a: {}, b: {c: {}}}`. */
export type FieldTree = ReadonlyMap<string, FieldTree>

interface GrowingTree extends Map<string, GrowingTree> {}

/**
 * Reads paths with dots, an optional `this.`, and groups: `(assignee|followers).name` (Asana input/output
 * options).
 */
export function parseFieldTree(paths: readonly string[]): FieldTree {
  const tree: GrowingTree = new Map()
  for (const path of paths.flatMap(splitOutsideGroups).flatMap(expandGroups)) {
    let branch = tree
    for (const name of path.split('.')) {
      if (name === '' || (name === 'this' && branch === tree)) continue
      let next = branch.get(name)
      if (next === undefined) {
        next = new Map()
        branch.set(name, next)
      }
      branch = next
    }
  }
  return tree
}

function splitOutsideGroups(text: string): string[] {
  return text.split(/,(?![^(]*\))/).map(path => path.trim())
}

/** How many paths one path may stand for: groups multiply, and a request must not choose by how much. */
const maxExpansion = 1000

function expandGroups(path: string): string[] {
  let paths = [path]
  for (;;) {
    const next = paths.flatMap(expandFirstGroup)
    if (next.length === paths.length && next.every((one, index) => one === paths[index])) return paths
    if (next.length > maxExpansion) return paths
    paths = next
  }
}

function expandFirstGroup(path: string): string[] {
  const group = /\(([^()]*)\)/.exec(path)
  if (group === null) return [path]
  const before = path.slice(0, group.index)
  const after = path.slice(group.index + group[0].length)
  return (group[1] ?? '').split(/[|,]/).map(choice => `${before}${choice.trim()}${after}`)
}

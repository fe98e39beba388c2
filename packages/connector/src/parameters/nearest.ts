/**
 * The known names that are closest to a wrong one, closest first: what somebody may have meant. None if
 * nothing is close. Case, and whether words are joined by `_`, `.`, `-` or capitals, makes no difference.
 */
export function nearest(wrong: string, known: Iterable<string>, most = 3): string[] {
  const wanted = plain(wrong)
  // A third of the letters may be wrong: beyond that, a suggestion is a guess.
  const tolerance = Math.max(1, Math.floor(wanted.length / 3))
  return [...known]
    .map(name => ({ name, distance: distanceBetween(wanted, plain(name), tolerance) }))
    .filter(({ distance }) => distance <= tolerance)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name)
}

/** ` Did you mean x or y?`, or nothing. */
export function didYouMean(wrong: string, known: Iterable<string>): string {
  const names = nearest(wrong, known)
  return names.length > 0 ? ` Did you mean ${names.join(' or ')}?` : ''
}

/** What is compared. Cut, because a model may send a page where a name belongs. */
function plain(name: string): string {
  return name
    .replace(/[_.\-\s]/g, '')
    .toLowerCase()
    .slice(0, 100)
}

/** Letters to insert, delete, replace or swap with their neighbour; more than `most` is all the same. */
function distanceBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + (same ? 0 : 1))
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(before, j - 2) + 1)
      next.push(cost)
    }
    before = row
    row = next
  }
  return at(row, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}

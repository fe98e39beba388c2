/**
 * A list that is read by position, so that a page costs what it shows and not what there is. `at` is undefined where
 * an item is not for this reader. Every array is one.
 */
export interface Sequence<T> {
  readonly length: number
  at(position: number): T | undefined
}

export function filtered<T>(sequence: Sequence<T>, passes: (item: T) => boolean): Sequence<T> {
  return {
    length: sequence.length,
    at: position => {
      const item = sequence.at(position)
      return item !== undefined && passes(item) ? item : undefined
    },
  }
}

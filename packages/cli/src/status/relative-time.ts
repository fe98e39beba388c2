const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** `in 54 minutes`, `2 days ago`. Both in milliseconds since the epoch. */
export function relativeTime(time: number, now: number): string {
  const distance = time - now
  const [unit, size] = units.find(([, size]) => Math.abs(distance) >= size) ?? (['second', 1000] as const)
  return new Intl.RelativeTimeFormat('en', { numeric: 'always' }).format(Math.trunc(distance / size), unit)
}

export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** The value that `p` percent are not above; to a tenth. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? 0
  return Math.round(value * 10) / 10
}

/** How many times as fast, to a hundredth: the median over rounds that were measured side by side. */
export function medianRatio(ours: readonly number[], others: readonly number[]): number {
  const ratios = ours.map((rate, round) => rate / (others[round] ?? Number.NaN)).sort((a, b) => a - b)
  return Math.round((ratios[Math.floor(ratios.length / 2)] ?? 0) * 100) / 100
}

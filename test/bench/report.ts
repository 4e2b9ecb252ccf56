export interface Figure {
  what: string;
  /** Median of the runs. */
  value: number;
  unit: string;
  /** What it is measured against: a goal or a peer, by name. */
  against: string;
  limit: number;
}

/** Prints figures with their ratio to the limit or peer; below 1 is better. */
export function report(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`);
  for (const { what, value, unit, against, limit } of figures) {
    const ratio = (value === 0 ? 0 : value / limit).toFixed(2);
    const amount = `${format(value)} ${unit}`.padStart(12);
    console.log(
      `  ${amount}  ${what}\n${' '.repeat(16)}${ratio} × ${against} (${format(limit)} ${unit})`,
    );
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function format(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}

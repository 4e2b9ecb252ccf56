export interface Figure {
  what: string;
  /** Median of the runs. */
  value: number;
  unit: string;
  /** What it is measured against: a goal or a peer, by name. */
  against: string;
  limit: number;
  /** The limit is a minimum; without this it is a maximum. */
  isMoreBetter?: boolean;
  /** For comparison only: nothing has to be reached. */
  isPeer?: boolean;
  /** The lowest value that anything could reach here, measured in the same run. */
  least?: { what: string; value: number };
}

/** A figure with what it must not exceed. */
export function goal(what: string, value: number, unit: string, limit: number): Figure {
  return { what, value, unit, against: 'the goal', limit };
}

/** The preceding figure, beside what another implementation takes. */
export function peer(value: number, unit: string, against: string, limit: number): Figure {
  return { what: 'the same', value, unit, against, limit, isPeer: true };
}

/** The figure with the lowest possible value, from the same run. */
export function beside(figure: Figure, what: string, value: number): Figure {
  return { ...figure, least: { what, value } };
}

/** Prints figures with their ratio to the limit or peer, and whether they reach it. */
export function report(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title[0]?.toUpperCase()}${title.slice(1)}`);
  for (const figure of figures) {
    const { what, value, unit, against, limit, least } = figure;
    const ratio = (value === 0 ? 0 : value / limit).toFixed(2);
    const amount = `${format(value)} ${unit}`.padStart(12);
    const mark = isReached(figure) ? '       ' : 'MISSED ';
    console.log(
      `${mark}${amount}  ${what}\n${' '.repeat(21)}${ratio} × ${against} (${format(limit)} ${unit})`,
    );
    if (least !== undefined) {
      const times = (value / least.value).toFixed(2);
      console.log(`${' '.repeat(21)}${times} × ${least.what} (${format(least.value)} ${unit})`);
    }
  }
}

/** Prints the figures that did not reach what they were measured against. */
export function reportMissed(figures: readonly Figure[]): void {
  const missed = figures.filter((figure) => !isReached(figure));
  const withGoal = figures.filter(({ isPeer }) => isPeer !== true).length;
  console.log(`\n${withGoal - missed.length} of ${withGoal} figures reach their goal`);
  for (const { what, value, unit, against, limit } of missed) {
    console.log(
      `  missed: ${what}: ${format(value)} ${unit}, ${against}: ${format(limit)} ${unit}`,
    );
  }
}

function isReached({ value, limit, isMoreBetter = false, isPeer = false }: Figure): boolean {
  if (isPeer) return true;
  return isMoreBetter ? value >= limit : value <= limit;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** How long `work` takes, in ms. */
export function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function format(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}

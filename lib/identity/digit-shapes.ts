/** Paths across the keys of a telephone that people type in place of a real number. */
const overTheKeys =
  /(?:147258|258369|369258|963852|852741|741852|159357|357159|159753|951753|753951|789456|456123|321654)/;

/**
 * Whether digits look invented rather than given: one digit repeated, counting up or down, pairs that do
 * so, or one group again and again. About one real number in two thousand looks so by chance.
 */
export function areMadeUpDigits(digits: string): boolean {
  const significant = digits.replace(/^0+/, '');
  if (significant.length < 2) return digits.length > 2;
  const { length } = significant;
  return (
    isAlike(significant) ||
    longestStretch(significant, [1, -1]) >= 6 ||
    closingStretch(significant, [0]) >= 6 ||
    longestStretch(significant, [0]) >= 7 ||
    (length >= 8 && new Set(significant).size <= 2) ||
    repeatsItself(significant) ||
    countsInGroups(significant, 2, 4) ||
    (/(\d)\1(\d)\2(\d)\3$/.test(significant) && countsInGroups(significant, 2, 3)) ||
    /(\d)\1\1(\d)\2\2$/.test(significant) ||
    closesInThrees(significant) ||
    overTheKeys.test(significant)
  );
}

/** "555666777": groups of three or more equal digits, up to the end. */
function closesInThrees(digits: string): boolean {
  const stretches = digits.match(/(\d)\1*/g) ?? [];
  const last = stretches.slice(stretches.findLastIndex(({ length }) => length < 3) + 1);
  return last.reduce((count, { length }) => count + Math.floor(length / 3), 0) >= 3;
}

/** Three digits or more of one value, or all of them counting up or down. */
function isAlike(digits: string): boolean {
  return digits.length >= 3 && closingStretch(digits, [0, 1, -1]) === digits.length;
}

/**
 * How many digits at the end differ by one of these steps, one to the next (nine and zero are
 * neighbours).
 */
function closingStretch(digits: string, steps: readonly number[]): number {
  return Math.max(...steps.map((step) => stretchesOf(digits, step).at(-1) ?? 0));
}

function longestStretch(digits: string, steps: readonly number[]): number {
  return Math.max(...steps.flatMap((step) => stretchesOf(digits, step)));
}

/** For each digit, the length of the stretch that ends with it. */
function stretchesOf(digits: string, step: number): number[] {
  const lengths: number[] = [];
  for (let index = 0; index < digits.length; index += 1) {
    const goesOn =
      index > 0 && (Number(digits[index]) - Number(digits[index - 1]) - step + 20) % 10 === 0;
    lengths.push(goesOn ? (lengths[index - 1] ?? 0) + 1 : 1);
  }
  return lengths;
}

/** "12341234", "123123123"; of shorter groups also when they only close the number. */
function repeatsItself(digits: string): boolean {
  const period = (text: string, size: number) =>
    [...text].every((digit, index) => index < size || digit === text[index - size]);
  return (
    [3, 4, 5].some((size) => digits.length >= Math.max(2 * size, 8) && period(digits, size)) ||
    (digits.length >= 7 && period(digits.slice(-7), 2)) ||
    (digits.length >= 9 && period(digits.slice(-9), 3))
  );
}

/** "01 02 03 04", "11 22 33 44", "10 20 30 40" at the end. */
function countsInGroups(digits: string, size: number, groups: number): boolean {
  if (digits.length < size * groups) return false;
  const values = Array.from({ length: groups }, (_none, index) => {
    const start = digits.length - size * (groups - index);
    return Number(digits.slice(start, start + size));
  });
  const [first = 0, second = 0] = values;
  return values.every((value, index) => value === first + index * (second - first));
}

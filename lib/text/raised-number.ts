/** A number, with its sign, as a power or an index: as plain digits, 10⁶ would read 106. */
export function raisedNumber(number: string, isAbove: boolean): string {
  const digits = isAbove ? '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻' : '₀₁₂₃₄₅₆₇₈₉₊₋';
  return number.replace(/./g, (sign) => digits['0123456789+-'.indexOf(sign)] ?? digits[11] ?? '');
}

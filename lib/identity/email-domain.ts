/**
 * A domain as the network knows it: lower case, letters beyond ASCII in punycode. Text that is not a
 * domain is returned in lower case.
 */
export function asciiDomain(domain: string): string {
  const plain = domain.toLowerCase().replace(/[。｡．]/g, '.');
  if (!/[^ -~]|xn--/.test(plain) || !URL.canParse(`http://${plain}`)) return plain;
  return new URL(`http://${plain}`).hostname || plain;
}

/**
 * The one form of a domain for comparing, as people write it: "xn--mller-kva.example" is
 * "müller.example".
 */
export function canonicalDomain(domain: string): string {
  return asciiDomain(domain)
    .split('.')
    .map((label) => (label.startsWith('xn--') ? decoded(label.slice(4)) || label : label))
    .join('.');
}

// RFC 3492, section 5: how a label's letters beyond ASCII are counted.
const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const firstDamp = 700;

/** A label of punycode, without its "xn--"; `undefined` when it is not valid. */
function decoded(label: string): string | undefined {
  const end = label.lastIndexOf('-');
  const letters = [...(end > 0 ? label.slice(0, end) : '')];
  const rest = [...label.slice(end + 1)];
  let code = 128;
  let index = 0;
  let bias = 72;
  while (rest.length > 0) {
    const before = index;
    for (let weight = 1, k = base; ; k += base) {
      const digit = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(rest.shift() ?? ' ');
      if (digit < 0) return undefined;
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, tMin), tMax);
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const length = letters.length + 1;
    bias = adapted(index - before, length, before === 0);
    code += Math.floor(index / length);
    index %= length;
    if (code > 0x10ffff) return undefined;
    letters.splice(index, 0, String.fromCodePoint(code));
    index += 1;
  }
  return letters.join('');
}

function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? firstDamp : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((base - tMin) * tMax) / 2; k += base) rest = Math.floor(rest / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}

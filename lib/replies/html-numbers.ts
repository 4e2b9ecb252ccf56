/** The numbers of each list that was seen. */
const numbers = new WeakMap<Node, ReadonlyMap<Node, number>>();

/** The sign of a list item in Markdown; a number that is given to one counts on from there. */
export function itemSign(node: Node): string {
  const list = node.parentElement;
  if (list?.nodeName !== 'OL') return '- ';
  const known = numbers.get(list) ?? numbersOf(list);
  numbers.set(list, known);
  return `${known.get(node) ?? 1}. `;
}

function numbersOf(list: HTMLElement): ReadonlyMap<Node, number> {
  const items = Array.from(list.children).filter(({ nodeName }) => nodeName === 'LI');
  const step = list.hasAttribute('reversed') ? -1 : 1;
  let number = integer(list.getAttribute('start')) ?? (step === 1 ? 1 : items.length);
  return new Map(
    items.map((item) => {
      const own = integer(item.getAttribute('value')) ?? number;
      number = own + step;
      return [item, own];
    }),
  );
}

function integer(text: string | null): number | undefined {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isNaN(number) ? undefined : number;
}

import type { Nodes } from 'mdast';
import type { Mark, Span } from '../model/composed-text';

/** Puts values into a text or into the address of a link. */
export type Fill = (text: string, place: 'text' | 'address') => string;

/** The look that a run of text has from what is around it. */
export interface Look {
  marks?: readonly Mark[] | undefined;
  link?: string | undefined;
}

const marks: Readonly<Partial<Record<Nodes['type'], Mark>>> = {
  strong: 'bold',
  emphasis: 'italic',
  delete: 'strike',
  inlineCode: 'code',
};

/** The text of inline nodes as runs, each of one look. Nothing but text comes out of any node. */
export function spansOf(nodes: readonly Nodes[], fillText: Fill, look: Look = {}): Span[] {
  return nodes.flatMap((node) => spansOfOne(node, fillText, lookOf(node, fillText, look)));
}

function spansOfOne(node: Nodes, fillText: Fill, look: Look): Span[] {
  if (node.type === 'break') return [span('\n', look)];
  if (node.type === 'thematicBreak') return [span('---', look)];
  if (node.type === 'image') return [span(fillText(node.alt || node.url, 'text'), look)];
  if ('children' in node) return spansOf(node.children, fillText, look);
  return 'value' in node ? [span(fillText(node.value, 'text'), look)] : [];
}

function lookOf(node: Nodes, fillText: Fill, look: Look): Look {
  const mark = marks[node.type];
  if (mark !== undefined) return { ...look, marks: [...new Set([...(look.marks ?? []), mark])] };
  if (node.type !== 'link' && node.type !== 'image') return look;
  return { ...look, link: safeAddress(fillText(node.url, 'address')) ?? look.link };
}

function span(text: string, { marks: inherited = [], link }: Look): Span {
  return {
    text,
    ...(inherited.length > 0 ? { marks: [...inherited] } : {}),
    ...(link === undefined ? {} : { link }),
  };
}

/** The address if it is one that a customer may be given: http(s), mailto or tel. */
function safeAddress(address: string): string | undefined {
  const isSafe = /^(?:https?:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/iu.test(address);
  return isSafe && address.length <= 2_000 && URL.canParse(address) ? address : undefined;
}

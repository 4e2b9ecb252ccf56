import type { ReactNode } from 'react';
import { listSign } from '../../lib/model/composed-lines';
import type { Block, ComposedText, Mark, Span } from '../../lib/model/composed-text';
import { safeAddress, splitLinks } from '../../lib/text/links';
import { matchRanges } from '../../lib/text/search-terms';
import { Marked } from './Highlighted';
import { SafeLink } from './SafeLink';

/** What is marked in a composed text, and whether its links lead anywhere. */
interface Display {
  /** Folded search terms to mark. */
  terms?: readonly string[];
  /** Names of variables without a value: they are marked. */
  missing?: ReadonlySet<string>;
  /** Links are shown, never followed: the text is not written yet. */
  isPreview?: boolean;
}

interface ComposedTextViewProps extends Display {
  composed: ComposedText;
  /** Distance of the blocks. */
  className?: string;
}

/**
 * A composed text as it will look, as elements of our own: no markup in it is ever read, and only
 * safe links lead away.
 */
export function ComposedTextView(props: ComposedTextViewProps) {
  const { composed, className = 'gap-1', ...display } = props;
  return (
    <div dir="auto" className={`flex min-w-0 flex-col text-13 ${className}`}>
      {numbered(composed.blocks).map(([block, key]) => (
        <BlockView key={key} block={block} display={display} />
      ))}
    </div>
  );
}

function BlockView({ block, display }: { block: Block; display: Display }) {
  const spans = (list: readonly Span[]) =>
    numbered(list).map(([span, key]) => <SpanView key={key} span={span} display={display} />);
  if (block.kind === 'code') {
    return (
      <pre className="remote-text rounded-sm bg-hover px-1.5 py-1 font-mono text-12">
        {block.text}
      </pre>
    );
  }
  if (block.kind === 'list') {
    const List = block.ordered ? 'ol' : 'ul';
    const gap = block.isLoose === true ? 'flex flex-col gap-1' : '';
    const style = block.ordered ? 'list-none' : 'list-disc ps-5';
    return (
      <List className={`remote-text ${style} ${gap}`}>
        {numbered(block.items).map(([item, key]) => (
          // A number is part of the text: it is copied with it, and reads as it was written.
          <li key={key} className={block.ordered ? 'ps-5 -indent-5' : undefined}>
            {block.ordered && listSign(block, key)}
            {spans(item)}
          </li>
        ))}
      </List>
    );
  }
  const quote = block.kind === 'quote' ? 'border-line-strong border-l-2 pl-2 text-ink-soft' : '';
  return <p className={`remote-text min-h-[1em] ${quote}`}>{spans(block.spans)}</p>;
}

function SpanView({ span: given, display }: { span: Span; display: Display }) {
  const span = given.text === '' ? { ...given, text: given.link ?? '' } : given;
  const words = (text: string) => <Words text={text} display={display} />;
  return <WithMarks marks={span.marks ?? []}>{linkedSpan(span, display, words)}</WithMarks>;
}

function linkedSpan(
  { text, link }: Span,
  { isPreview = false }: Display,
  words: (text: string) => ReactNode,
): ReactNode {
  if (isPreview) {
    if (link === undefined) return words(text);
    return (
      <span title={link} className="text-accent underline">
        {words(text)}
      </span>
    );
  }
  const href = link === undefined ? undefined : safeAddress(link);
  return href === undefined ? linked(text, words) : <SafeLink href={href}>{words(text)}</SafeLink>;
}

/** A gap as lib/replies/compose-reply writes it: the variable's name between these marks. */
const gap = /(‹[^‹›]+›)/;

const noTerms: readonly string[] = [];

function Words({ text, display }: { text: string; display: Display }) {
  const { terms = noTerms, missing } = display;
  if (missing === undefined)
    return <Marked text={text} ranges={matchRanges(text, terms)} offset={0} />;
  return numbered(text.split(gap)).map(([part, key]) =>
    part.startsWith('‹') && missing.has(part.slice(1, -1)) ? (
      <mark key={key} className="rounded bg-bad-soft px-0.5 text-bad">
        {part}
      </mark>
    ) : (
      part
    ),
  );
}

function WithMarks({ marks, children }: { marks: readonly Mark[]; children: ReactNode }) {
  const [outer, ...rest] = marks;
  if (outer === undefined) return children;
  const Tag = tags[outer];
  return (
    <Tag className={markStyles[outer]}>
      <WithMarks marks={rest}>{children}</WithMarks>
    </Tag>
  );
}

const tags = { bold: 'strong', italic: 'em', strike: 's', code: 'code' } as const;

const markStyles: Readonly<Record<Mark, string>> = {
  bold: 'font-semibold',
  italic: 'italic',
  strike: 'line-through',
  code: 'rounded-sm bg-hover px-0.5 text-12',
};

/** Addresses that stand in the text by themselves. */
function linked(text: string, words: (text: string) => ReactNode): ReactNode {
  return numbered(splitLinks(text)).map(([part, key]) =>
    part.href === undefined ? (
      <span key={key}>{words(part.text)}</span>
    ) : (
      <SafeLink key={key} href={part.href}>
        {words(part.text)}
      </SafeLink>
    ),
  );
}

/** The parts of a text have no names; their position is what tells them apart. */
function numbered<T>(list: readonly T[]): [T, number][] {
  return list.map((item, index) => [item, index]);
}

import { type ReactNode, useMemo } from 'react';
import type { Block, ComposedText, Mark, Span } from '../../lib/model/composed-text';
import { composeMarkdown } from '../../lib/replies/markdown';
import { safeAddress, splitLinks } from '../../lib/text/links';
import { matchRanges } from '../../lib/text/search-terms';
import { Marked } from './Highlighted';

interface MarkdownTextProps {
  markdown: string;
  /** Folded search terms to mark. */
  terms?: readonly string[];
}

const none: readonly string[] = [];

/** Markdown as elements of our own: no markup in it is ever read, and only safe links lead away. */
export function MarkdownText({ markdown, terms = none }: MarkdownTextProps) {
  const composed = useMemo(() => composeMarkdown(markdown), [markdown]);
  return <ComposedMarkdown composed={composed} terms={terms} />;
}

interface ComposedMarkdownProps {
  composed: ComposedText;
  terms?: readonly string[];
}

/** A composed text as it will look. */
export function ComposedMarkdown({ composed, terms = none }: ComposedMarkdownProps) {
  return (
    <div dir="auto" className="flex min-w-0 flex-col gap-1 text-13">
      {numbered(composed.blocks).map(([block, key]) => (
        <BlockView key={key} block={block} terms={terms} />
      ))}
    </div>
  );
}

function BlockView({ block, terms }: { block: Block; terms: readonly string[] }) {
  const spans = (list: readonly Span[]) =>
    numbered(list).map(([span, key]) => <SpanView key={key} span={span} terms={terms} />);
  if (block.kind === 'code') {
    return (
      <pre className="remote-text rounded-sm bg-hover px-1.5 py-1 font-mono text-12">
        {block.text}
      </pre>
    );
  }
  if (block.kind === 'list') {
    const List = block.ordered ? 'ol' : 'ul';
    return (
      <List className={`remote-text pl-5 ${block.ordered ? 'list-decimal' : 'list-disc'}`}>
        {numbered(block.items).map(([item, key]) => (
          <li key={key}>{spans(item)}</li>
        ))}
      </List>
    );
  }
  const quote = block.kind === 'quote' ? 'border-line-strong border-l-2 pl-2 text-ink-soft' : '';
  return <p className={`remote-text ${quote}`}>{spans(block.spans)}</p>;
}

function SpanView({ span, terms }: { span: Span; terms: readonly string[] }) {
  const href = span.link === undefined ? undefined : safeAddress(span.link);
  const words = (text: string) => (
    <Marked text={text} ranges={matchRanges(text, terms)} offset={0} />
  );
  const content =
    href === undefined ? (
      linked(span.text, words)
    ) : (
      <SafeLink href={href}>{words(span.text)}</SafeLink>
    );
  return <WithMarks marks={span.marks ?? []}>{content}</WithMarks>;
}

function WithMarks({ marks, children }: { marks: readonly Mark[]; children: ReactNode }) {
  const [outer, ...rest] = marks;
  if (outer === undefined) return children;
  const Tag = tags[outer];
  return (
    <Tag className={outer === 'code' ? 'rounded-sm bg-hover px-0.5 text-12' : ''}>
      <WithMarks marks={rest}>{children}</WithMarks>
    </Tag>
  );
}

const tags = { bold: 'strong', italic: 'em', strike: 's', code: 'code' } as const;

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

function SafeLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className="text-accent underline decoration-1 underline-offset-2"
    >
      {children}
    </a>
  );
}

/** The parts of a text have no names; their place is what tells them apart. */
function numbered<T>(list: readonly T[]): [T, number][] {
  return list.map((item, index) => [item, index]);
}

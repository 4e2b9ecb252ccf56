import { Fragment, type ReactNode } from 'react';
import type { Block, ComposedText, Mark, Span } from '../../lib/model/composed-text';

/** A gap as lib/replies/compose writes it: the variable's name between these marks. */
const gap = /(‹[^‹›]+›)/;

const markStyles: Readonly<Record<Mark, string>> = {
  bold: 'font-semibold',
  italic: 'italic',
  strike: 'line-through',
  code: 'rounded bg-sunken px-0.5 font-mono text-12',
};

interface ComposedPreviewProps {
  text: ComposedText;
  /** Names of variables without a value: they are marked. */
  missing: ReadonlySet<string>;
}

/** Composed text as it will look; links are shown, never followed. */
export function ComposedPreview({ text, missing }: ComposedPreviewProps) {
  return (
    <div dir="auto" className="remote-text flex flex-col gap-2 text-13">
      {text.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block has no other identity
        <Fragment key={index}>{blockView(block, missing)}</Fragment>
      ))}
    </div>
  );
}

function blockView(block: Block, missing: ReadonlySet<string>): ReactNode {
  switch (block.kind) {
    case 'code':
      return (
        <pre className="whitespace-pre-wrap rounded bg-sunken p-1.5 text-12">{block.text}</pre>
      );
    case 'quote':
      return (
        <blockquote className="border-line-strong border-l-2 pl-2 text-ink-soft">
          {spansView(block.spans, missing)}
        </blockquote>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List className={`pl-5 ${block.ordered ? 'list-decimal' : 'list-disc'}`}>
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an item has no other identity
            <li key={index}>{spansView(item, missing)}</li>
          ))}
        </List>
      );
    }
    case 'paragraph':
      return <p className="min-h-[1em]">{spansView(block.spans, missing)}</p>;
  }
}

function spansView(spans: readonly Span[], missing: ReadonlySet<string>): ReactNode {
  return spans.map((span, index) => {
    const marks = (span.marks ?? []).map((mark) => markStyles[mark]);
    const link = span.link === undefined ? '' : 'text-accent underline';
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a span has no other identity
      <span key={index} title={span.link} className={[...marks, link].join(' ')}>
        {withGaps(span.text, missing)}
      </span>
    );
  });
}

function withGaps(text: string, missing: ReadonlySet<string>): ReactNode {
  return text.split(gap).map((part, index) =>
    part.startsWith('‹') && missing.has(part.slice(1, -1)) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no other identity
      <mark key={index} className="rounded bg-bad-soft px-0.5 text-bad">
        {part}
      </mark>
    ) : (
      part
    ),
  );
}

import type { ReactNode } from 'react';
import type { ComposedText, Mark } from '../../lib/model/composed-text';
import {
  type ComposedWords,
  composedWords,
  type WordBlock,
  type WordLine,
  type WordRun,
  wordsOfLinks,
} from '../../lib/text/composed-words';
import { hiddenHost } from '../../lib/text/hidden-host';
import { safeAddress, splitLinks } from '../../lib/text/safe-links';
import type { TextRange } from '../../lib/text/search-terms';
import { Marked } from './Highlighted';
import { RemoteLink } from './RemoteLink';

/** What is marked in a composed text, and whether its links lead anywhere. */
interface Display {
  /** What was searched for, by its place in the text. */
  ranges?: readonly TextRange[];
  /** Names of variables without a value: they are marked. */
  missing?: ReadonlySet<string>;
  /** What some of them are called in the interface, by their names. */
  labels?: ReadonlyMap<string, string> | undefined;
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
export function ComposedTextView({ composed, ...display }: ComposedTextViewProps) {
  return <ComposedWordsView words={composedWords(composed)} {...display} />;
}

interface ComposedWordsViewProps extends Display {
  words: ComposedWords;
  /** How many characters of the words are shown. */
  until?: number;
  /** Whether the words go on after that. */
  isCut?: boolean;
  /** Distance of the blocks. */
  className?: string;
}

/** The same, for words that are already laid out, and where wanted only their beginning. */
export function ComposedWordsView(props: ComposedWordsViewProps) {
  const { words, until, isCut = false, className = 'gap-1', ...display } = props;
  const blocks =
    until === undefined ? words.blocks : words.blocks.map((block) => shortened(block, until));
  return (
    <div dir="auto" className={`flex min-w-0 flex-col text-13 ${className}`}>
      {numbered(blocks).map(
        ([block, key]) =>
          block.lines.length > 0 && <BlockView key={key} block={block} display={display} />,
      )}
      {isCut && <p>…</p>}
    </div>
  );
}

/** A run of words that may not be shown in full. */
interface ShownRun extends WordRun {
  isCut?: boolean;
}

function shortened(block: WordBlock, until: number): WordBlock {
  const cut = (run: WordRun): ShownRun => {
    const text = run.text.slice(0, Math.max(0, until - run.at));
    return { ...run, text, isCut: text.length < run.text.length };
  };
  const isBegun = ({ sign, runs }: WordLine) => (sign ?? runs[0] ?? { at: 0 }).at < until;
  const lines = block.lines
    .filter(isBegun)
    .map((line) => ({ ...line, runs: line.runs.map(cut).filter(({ text }) => text !== '') }));
  return { ...block, lines };
}

function BlockView({ block, display }: { block: WordBlock; display: Display }) {
  const [first] = block.lines;
  if (block.kind === 'code') {
    return (
      <pre className="remote-text rounded-sm bg-hover px-1.5 py-1 font-mono text-12">
        {first?.runs.map((run) => (
          <Marked key={run.at} text={run.text} ranges={display.ranges ?? []} offset={run.at} />
        ))}
      </pre>
    );
  }
  if (block.kind === 'list') {
    const List = block.ordered ? 'ol' : 'ul';
    return (
      // The number or sign before an item is text: it is copied and found with the item.
      <List className={`remote-text list-none ${block.isLoose ? 'flex flex-col gap-1' : ''}`}>
        {numbered(block.lines).map(([{ sign, runs }, key]) => (
          <li key={key} className="ps-5 -indent-3.5">
            <Runs runs={sign === undefined ? runs : [sign, ...runs]} display={display} />
          </li>
        ))}
      </List>
    );
  }
  if (block.kind === 'quote') {
    return (
      <blockquote className="remote-text border-line-strong border-s-2 ps-2 text-ink-soft">
        <Runs runs={first?.runs ?? []} display={display} />
      </blockquote>
    );
  }
  return (
    <p className="remote-text min-h-[1em]">
      <Runs runs={first?.runs ?? []} display={display} />
    </p>
  );
}

function Runs({ runs, display }: { runs: readonly ShownRun[]; display: Display }) {
  const linkWords = wordsOfLinks(runs);
  return runs.map((run, index) => (
    <WithMarks key={run.at} marks={run.marks}>
      {linkedRun(run, display, linkWords[index])}
    </WithMarks>
  ));
}

function linkedRun(run: ShownRun, display: Display, linkWords: string | undefined): ReactNode {
  const { text, at, marks, link } = run;
  const { isPreview } = display;
  const words = <Words text={text} at={at} display={display} />;
  if (link === undefined && (isPreview || marks.includes('code'))) return words;
  const href = link === undefined || isPreview ? link : safeAddress(link);
  if (href === undefined) return linked(run, display);
  const conceals = (shown: string) =>
    isPreview ? !href.endsWith(shown) : hiddenHost(shown, href) !== undefined;
  const isHidden = linkWords !== undefined && conceals(linkWords);
  return (
    <RemoteLink href={href} title={link} isHidden={isHidden} isPreview={isPreview}>
      {words}
    </RemoteLink>
  );
}

/** A gap as lib/replies/compose-reply writes it: the variable's name between these marks. */
const gap = /(‹[^‹›]+›)/;

interface WordsProps {
  text: string;
  at: number;
  display: Display;
}

function Words({ text, at, display }: WordsProps) {
  const { ranges = [], missing, labels } = display;
  if (missing === undefined) return <Marked text={text} ranges={ranges} offset={at} />;
  return numbered(text.split(gap)).map(([part, key]) =>
    part.startsWith('‹') && missing.has(part.slice(1, -1)) ? (
      <mark key={key} className="rounded bg-bad-soft px-0.5 text-bad">
        {gapWords(part, labels)}
      </mark>
    ) : (
      part
    ),
  );
}

function gapWords(part: string, labels: Display['labels']): string {
  const label = labels?.get(part.slice(1, -1));
  return label === undefined ? part : `‹${label}›`;
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

/** A run in which the addresses written out in the text become links. */
function linked({ text, at, isCut }: ShownRun, display: Display): ReactNode {
  let position = at;
  return splitLinks(text, isCut).map((part) => {
    const start = position;
    position += part.text.length;
    const words = <Words key={start} text={part.text} at={start} display={display} />;
    return part.href === undefined ? (
      words
    ) : (
      <RemoteLink
        key={start}
        href={part.href}
        isHidden={hiddenHost(part.text, part.href) !== undefined}
      >
        {words}
      </RemoteLink>
    );
  });
}

/** The parts of a text have no names; their position is what tells them apart. */
function numbered<T>(list: readonly T[]): [T, number][] {
  return list.map((item, index) => [item, index]);
}

import { t } from '@lingui/core/macro';
import { lazy, Suspense, useState } from 'react';
import { formatAge } from '../../../lib/text/format-time';
import { joinSentences } from '../../../lib/text/join-sentences';
import { labelled } from '../../../lib/text/join-words';
import { HoverHint } from '../../ui/HoverHint';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { Popover } from '../../ui/Popover';
import { CoverageIcon, toneColour } from './CoverageIcon';
import type { SourceView } from './source-views';

const LazyPlatformDetails = lazy(async () => ({
  default: (await import('./PlatformDetails')).PlatformDetails,
}));

interface PlatformTilesProps {
  views: readonly SourceView[];
  now: number;
}

/**
 * The row of platforms: a tile per connection and per platform still to connect. Only its width decides
 * whether four or two fit in a row, so that nothing moves while their words change; none of their words is
 * cut.
 */
export function PlatformTiles({ views, now }: PlatformTilesProps) {
  return (
    <ul
      aria-label={t`Platforms`}
      data-hints-around
      className="grid max-h-[104px] grid-cols-2 gap-1 overflow-y-auto px-3 py-2 min-[420px]:grid-cols-[repeat(auto-fit,minmax(90px,1fr))]"
    >
      {views.map((view) => (
        <li key={view.key} className="grid min-w-0">
          <PlatformTile view={view} now={now} />
        </li>
      ))}
    </ul>
  );
}

interface PlatformTileProps {
  view: SourceView;
  now: number;
}

/** A connection at a glance: why and how old on hover or focus, everything on click. */
function PlatformTile({ view, now }: PlatformTileProps) {
  const [isOpen, setOpen] = useState(false);
  // Closing the card returns the focus here, which is no reason to show the tile's explanation again.
  const [isQuiet, setQuiet] = useState(false);
  const listen = () => setQuiet(false);
  const { platform, words, source, connection } = view;
  const state = connection === undefined ? 'not-connected' : source?.coverage?.state;
  const change = (open: boolean) => {
    setOpen(open);
    setQuiet(true);
  };
  return (
    <Popover
      label={view.label}
      onOpenChange={change}
      trigger={(opener) => (
        <HoverHint text={<Reason view={view} now={now} />} isAllowed={!isOpen && !isQuiet}>
          <button
            {...opener}
            type="button"
            aria-label={labelled(view.label, words.short)}
            onBlur={listen}
            onPointerEnter={listen}
            className="flex min-w-0 flex-wrap items-center justify-between gap-x-1 rounded-md border border-line bg-raised px-[5px] py-[3px] text-left transition-colors hover:bg-hover aria-expanded:bg-hover max-[299px]:flex-col max-[299px]:items-start min-[420px]:flex-col min-[420px]:items-start"
          >
            <span className="flex min-w-0 max-w-full items-center gap-1">
              <PlatformIcon platform={platform} size={12} />
              <span className="truncate font-medium text-11 text-ink">{view.label}</span>
            </span>{' '}
            <span className="flex items-center gap-1">
              <span className="contents min-[300px]:max-[349px]:hidden">
                <CoverageIcon state={state} tone={words.tone} size={12} />
              </span>
              <span
                className={`text-11 ${connection === undefined ? 'font-medium text-accent' : toneColour(words.tone)}`}
              >
                {words.short}
              </span>
            </span>
          </button>
        </HoverHint>
      )}
    >
      <Suspense>
        <LazyPlatformDetails view={view} now={now} />
      </Suspense>
    </Popover>
  );
}

function Reason({ view, now }: { view: SourceView; now: number }) {
  const checkedAt = view.source?.coverage?.checkedAt;
  const isSettled = view.source?.phase === 'settled';
  const checked = formatAge(checkedAt ?? now, now);
  return isSettled && checkedAt !== undefined
    ? joinSentences(view.words.sentence, t`Checked ${checked}.`)
    : view.words.sentence;
}

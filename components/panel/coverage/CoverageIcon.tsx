import type { LucideIcon } from 'lucide-react';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import CircleHelp from 'lucide-react/icons/circle-help';
import CircleSlash from 'lucide-react/icons/circle-slash';
import Eye from 'lucide-react/icons/eye';
import Hourglass from 'lucide-react/icons/hourglass';
import KeyRound from 'lucide-react/icons/key-round';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import Plug from 'lucide-react/icons/plug';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { CoverageTone } from '../../../lib/coverage/tile-words';
import type { CoverageState } from '../../../lib/model/coverage';

const icons: Readonly<Record<CoverageState, LucideIcon>> = {
  complete: CircleCheck,
  partial: CircleDashed,
  captured: Eye,
  'not-found': CircleSlash,
  'unknown-identity': CircleHelp,
  unauthorised: KeyRound,
  limited: Hourglass,
  unreachable: TriangleAlert,
  'not-connected': Plug,
};

const colours: Readonly<Record<CoverageTone, string>> = {
  good: 'text-good',
  partial: 'text-warn',
  bad: 'text-bad',
  neutral: 'text-ink-faint',
  busy: 'text-ink-faint',
};

/** The text colour of a tone, always beside an icon or a word. */
export function toneColour(tone: CoverageTone): string {
  return colours[tone];
}

interface CoverageIconProps {
  state: CoverageState | undefined;
  tone: CoverageTone;
  size: number;
}

/** A shape for each state, so that nothing is conveyed by colour alone. The words are shown beside it. */
export function CoverageIcon({ state, tone, size }: CoverageIconProps) {
  const isBusy = tone === 'busy';
  const Icon = isBusy ? LoaderCircle : icons[state ?? 'unknown-identity'];
  return (
    <Icon
      size={size}
      strokeWidth={2.25}
      aria-hidden
      className={`shrink-0 ${toneColour(tone)} ${isBusy ? 'motion-safe:animate-spin' : ''}`}
    />
  );
}

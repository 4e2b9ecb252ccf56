import { type ActivityMonth, monthWords } from '../../../lib/timeline/activity';
import { Hint } from '../../ui/Hint';
import { platformStyle } from '../../ui/platform-style';
import { useNames } from '../names';

/** The tallest column, in pixels. */
const height = 24;

interface ActivityColumnProps {
  month: ActivityMonth;
  /** Messages of the busiest month. */
  most: number;
  /** By the Tab key. */
  isReachable: boolean;
  onGo(): void;
}

/** A month: one piece per platform; hatched where not everything is known. */
export function ActivityColumn({ month, most, isReachable, onGo }: ActivityColumnProps) {
  const { platforms } = useNames();
  const words = monthWords(month);
  const isKnown = month.unknown.length === 0;
  return (
    <li className="min-w-0 flex-1">
      <Hint text={words}>
        <button
          type="button"
          aria-label={words}
          tabIndex={isReachable ? 0 : -1}
          onClick={onGo}
          className={`flex size-full flex-col justify-end overflow-hidden rounded-[3px] hover:bg-hover ${isKnown ? '' : 'hatched'}`}
        >
          {month.shares.map((share) => (
            <span
              key={share.platform}
              aria-hidden
              className="platform-tint w-full shrink-0 bg-platform"
              style={{
                ...platformStyle(platforms.get(share.platform)),
                height: Math.max(2, Math.round((share.count / most) * height)),
              }}
            />
          ))}
          <span aria-hidden className="h-px w-full shrink-0 bg-line-strong" />
        </button>
      </Hint>
    </li>
  );
}

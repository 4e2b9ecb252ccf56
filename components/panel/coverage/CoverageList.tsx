import { CoverageActions } from './CoverageActions';
import { CoverageIcon } from './CoverageIcon';
import type { SourceView } from './source-views';
import { WalkPart } from './WalkPart';

interface CoverageListProps {
  views: readonly SourceView[];
}

/** One sentence per connection about what is stored and what is missing, with what to do. */
export function CoverageList({ views }: CoverageListProps) {
  return (
    <ul className="flex flex-col gap-2.5 text-12 text-ink-soft">
      {views.map((view) => (
        <li key={view.key} className="flex gap-1.5">
          <span className="pt-px">
            <CoverageIcon
              state={view.connection === undefined ? 'not-connected' : view.source?.coverage?.state}
              tone={view.words.tone}
              size={13}
            />
          </span>
          <div className="flex min-w-0 flex-col items-start gap-1.5">
            <p>{view.words.sentence}</p>
            <CoverageActions view={view} />
            {view.platform.capabilities.walk === true && view.connection !== undefined && (
              <WalkPart view={view} />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

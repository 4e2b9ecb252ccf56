import BookOpen from 'lucide-react/icons/book-open';
import Users from 'lucide-react/icons/users';
import { TEAM_SOURCE } from '../../lib/model/reply';
import { platformOfSource, type SourceNames, sourceLabel } from '../../lib/replies/source-words';
import { PlatformIcon } from '../ui/PlatformIcon';

interface SourceIconProps {
  source: string;
  names: SourceNames;
}

/** Where a canned response comes from, as a small picture with a name. */
export function SourceIcon({ source, names }: SourceIconProps) {
  const label = sourceLabel(source, names);
  const platform = platformOfSource(source, names);
  const Icon = source === TEAM_SOURCE ? Users : BookOpen;
  return (
    <span title={label} className="flex shrink-0 items-center text-ink-faint">
      {platform === undefined ? (
        <Icon size={13} role="img" aria-label={label} />
      ) : (
        <PlatformIcon platform={platform} size={13} label={label} />
      )}
    </span>
  );
}

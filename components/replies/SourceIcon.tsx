import { BookOpen, Users } from 'lucide-react';
import type { Connection } from '../../lib/model/connection';
import type { PlatformDescriptor } from '../../lib/model/descriptor';
import { TEAM_SOURCE } from '../../lib/model/reply';
import { sourceLabel } from '../../lib/replies/source-words';
import { PlatformIcon } from '../ui/PlatformIcon';

interface SourceIconProps {
  source: string;
  platforms: ReadonlyMap<string, PlatformDescriptor>;
  connections: ReadonlyMap<string, Connection>;
}

/** Where a canned response comes from, as a small picture with a name. */
export function SourceIcon({ source, platforms, connections }: SourceIconProps) {
  const label = sourceLabel(source, connections);
  const platform = platforms.get(connections.get(source)?.platform ?? '');
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

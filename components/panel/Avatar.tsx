import { UserRound } from 'lucide-react';
import { useState } from 'react';
import { initials } from '../../lib/identity/person-name';
import { webLink } from '../../lib/timeline/links';

interface AvatarProps {
  /** Candidates, best first. */
  urls: readonly string[];
  name: string | undefined;
}

/** The person's picture; the next one, and at last the initials, when it does not load. */
export function Avatar({ urls, name }: AvatarProps) {
  const [failed, setFailed] = useState<readonly string[]>([]);
  const url = urls.find((candidate) => webLink(candidate) && !failed.includes(candidate));
  const letters = initials(name ?? '');
  const frame =
    'flex size-9 shrink-0 items-center justify-center overflow-hidden rounded-full bg-accent-soft text-accent';
  if (url !== undefined) {
    return (
      <span className={frame}>
        <img
          src={url}
          alt=""
          width={36}
          height={36}
          referrerPolicy="no-referrer"
          className="size-full object-cover"
          onError={() => setFailed((before) => [...before, url])}
        />
      </span>
    );
  }
  return (
    <span aria-hidden className={`${frame} select-none font-semibold text-13`}>
      {letters === '' ? <UserRound size={18} /> : letters}
    </span>
  );
}

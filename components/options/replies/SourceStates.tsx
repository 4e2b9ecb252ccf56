import { TriangleAlert } from 'lucide-react';
import type { Connection } from '../../../lib/model/connection';
import type { ReplySourceRow } from '../../../lib/model/reply';
import { sourceLabel, sourceTrouble } from '../../../lib/replies/source-words';

interface SourceStatesProps {
  sources: readonly ReplySourceRow[];
  connections: ReadonlyMap<string, Connection>;
}

/** What is wrong with sources, in words; nothing while all is well. */
export function SourceStates({ sources, connections }: SourceStatesProps) {
  const troubles = sources.flatMap(
    (row) => sourceTrouble(row, sourceLabel(row.source, connections), Date.now()) ?? [],
  );
  return troubles.map((trouble) => (
    <p key={trouble} className="flex gap-2 text-12 text-ink-soft">
      <TriangleAlert size={14} aria-hidden className="mt-px shrink-0 text-warn" />
      <span className="min-w-0 wrap-anywhere">{trouble}</span>
    </p>
  ));
}

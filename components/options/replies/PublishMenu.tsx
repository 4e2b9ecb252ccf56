import { CopyPlus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { OWN_SOURCE, type Reply } from '../../../lib/model/reply';
import { sourceLabel } from '../../../lib/replies/source-words';
import { draftCopy } from '../../replies/draft';
import { LossNote } from '../../replies/LossNote';
import { writableSources } from '../../replies/SourceSelect';
import { removeReply, saveReply } from '../../replies/save-reply';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { PopoverCard } from '../../ui/PopoverCard';
import type { ManagedLibrary } from './use-managed-library';

interface PublishMenuProps {
  reply: Reply;
  library: ManagedLibrary;
}

/** Copies a response to another source, or moves it there. */
export function PublishMenu({ reply, library }: PublishMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const name = reply.title || reply.shortcut;
  const targets = writableSources(library.sources).filter((source) => source !== reply.source);
  const canMove = library.isWritable(reply.source);
  const publish = async (target: string, isMove: boolean) => {
    setOpen(false);
    const label = sourceLabel(target, library);
    const saved = await saveReply(draftCopy(reply, target));
    if (saved.kind === 'failed') return library.tell(saved.message);
    // Only what has safely arrived there is deleted here.
    const removed = isMove ? await removeReply(reply) : saved;
    if (removed.kind === 'ok') return library.tell(`“${name}” is in ${label} now.`);
    library.tell(`“${name}” is in ${label} now, and also where it was: ${removed.message}`);
  };
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <IconButton
          icon={CopyPlus}
          label={`Copy or move: ${name}`}
          isDisabled={targets.length === 0}
        />
      </Popover.Trigger>
      <PopoverCard label="Copy or move" align="end">
        <ul className="flex flex-col gap-2">
          {targets.map((target) => {
            const label = sourceLabel(target, library);
            return (
              <li key={target} className="flex flex-col gap-1">
                <div className="flex items-center gap-2">
                  <Button className="min-w-0 flex-1" onClick={() => void publish(target, false)}>
                    <span className="truncate">
                      {target === OWN_SOURCE ? `Copy to ${label}` : `Publish to ${label}`}
                    </span>
                  </Button>
                  <Button
                    disabled={!canMove}
                    aria-label={`Move to ${label}`}
                    onClick={() => void publish(target, true)}
                  >
                    Move
                  </Button>
                </div>
                <LossNote draft={draftCopy(reply, target)} names={library} />
              </li>
            );
          })}
        </ul>
      </PopoverCard>
    </Popover.Root>
  );
}

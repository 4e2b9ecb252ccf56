import { t } from '@lingui/core/macro';
import CopyPlus from 'lucide-react/icons/copy-plus';
import { OWN_SOURCE, type Reply } from '../../../lib/model/reply';
import { sourceLabel } from '../../../lib/replies/source-words';
import { joinSentences } from '../../../lib/text/join-sentences';
import { LossNotice } from '../../replies/LossNotice';
import { deleteReply, submitReply } from '../../replies/reply-actions';
import { draftCopy } from '../../replies/reply-form-draft';
import { writableSources } from '../../replies/SourceSelect';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { Popover } from '../../ui/Popover';
import type { ManagedLibrary, OpenEditor } from './use-managed-library';

interface PublishMenuProps {
  reply: Reply;
  library: ManagedLibrary;
  onEdit: OpenEditor;
}

/** Copies a response to another source, or moves it there. */
export function PublishMenu({ reply, library, onEdit }: PublishMenuProps) {
  const name = reply.title || reply.shortcut;
  const targets = writableSources(library.sources).filter((source) => source !== reply.source);
  const canMove = library.isWritable(reply.source);
  const publish = async (target: string, isMove: boolean) => {
    const label = sourceLabel(target, library);
    const copy = draftCopy(reply, target);
    const saved = await submitReply(copy);
    if (saved.kind === 'conflict') return onEdit(copy, saved);
    if (saved.kind !== 'ok') return library.say(saved.message);
    // Only what has safely arrived there is deleted here.
    const removed = isMove ? await deleteReply(reply) : saved;
    if (removed.kind === 'ok') return library.say(t`“${name}” is in ${label} now.`);
    library.say(
      joinSentences(t`“${name}” is in ${label} now, and also where it was.`, removed.message),
    );
  };
  return (
    <Popover
      label={t`Copy or move`}
      align="end"
      trigger={(opener) => (
        <IconButton
          {...opener}
          icon={CopyPlus}
          label={t`Copy or move: ${name}`}
          isDisabled={targets.length === 0}
        />
      )}
    >
      {(close) => (
        <ul className="flex flex-col gap-2">
          {targets.map((target) => {
            const label = sourceLabel(target, library);
            const choose = (isMove: boolean) => {
              close();
              void publish(target, isMove);
            };
            return (
              <li key={target} className="flex flex-col gap-1">
                <div className="flex items-center gap-2">
                  <Button className="min-w-0 flex-1" onClick={() => choose(false)}>
                    <span className="truncate">
                      {target === OWN_SOURCE ? t`Copy to ${label}` : t`Publish to ${label}`}
                    </span>
                  </Button>
                  <Button
                    disabled={!canMove}
                    aria-label={t`Move to ${label}`}
                    onClick={() => choose(true)}
                  >{t`Move`}</Button>
                </div>
                <LossNotice draft={draftCopy(reply, target)} names={library} />
              </li>
            );
          })}
        </ul>
      )}
    </Popover>
  );
}

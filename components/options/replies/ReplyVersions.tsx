import { t } from '@lingui/core/macro';
import { useState } from 'react';
import type { Reply } from '../../../lib/model/reply';
import type { ReplyVersionRow } from '../../../lib/model/reply-version';
import { textDifferences } from '../../../lib/replies/compare-texts';
import { isSameReply } from '../../../lib/replies/same-reply';
import { database } from '../../../lib/storage/database';
import { readReplyVersions } from '../../../lib/storage/reply-queries';
import { formatClock, formatDay } from '../../../lib/text/format-time';
import { useLiveRead } from '../../hooks/use-live-read';
import { MarkedText } from '../../replies/MarkedText';
import { draftOf } from '../../replies/reply-form-draft';
import type { ReplyForm } from '../../replies/use-reply-form';
import { Button } from '../../ui/Button';

interface ReplyVersionsProps {
  /** The response as it was when the form was opened. */
  base: Reply;
  form: ReplyForm;
}

/** The last texts of a response, to be looked at and brought back into the form. */
export function ReplyVersions({ base, form }: ReplyVersionsProps) {
  const versions = useLiveRead(
    { tables: [database.replyVersions], read: () => readReplyVersions(database, base) },
    [base.source, base.id],
  );
  const [shown, setShown] = useState<number>();
  const earlier = versions?.filter(({ content }) => !isSameReply(content, base));
  if (earlier === undefined) return null;
  if (earlier.length === 0) {
    return (
      <p className="text-12 text-ink-faint">{t`No earlier texts are known. They are kept from the moment this browser has seen them.`}</p>
    );
  }
  return (
    <ul aria-label={t`Earlier texts`} className="flex flex-col gap-1">
      {earlier.map((version) => (
        <Version
          key={version.key}
          version={version}
          base={base}
          isShown={version.key === shown}
          onShow={() => setShown(version.key === shown ? undefined : version.key)}
          onRestore={() => {
            const { base: _base, ...content } = draftOf({
              source: base.source,
              id: base.id,
              ...version.content,
            });
            form.change(content);
          }}
        />
      ))}
    </ul>
  );
}

interface VersionProps {
  version: ReplyVersionRow;
  base: Reply;
  isShown: boolean;
  onShow(): void;
  onRestore(): void;
}

function Version({ version, base, isShown, onShow, onRestore }: VersionProps) {
  const { content, keptAt, writtenAt } = version;
  const at = writtenAt ?? keptAt;
  const [day, time] = [formatDay(at, Date.now()), formatClock(at)];
  const when = t`${day}, ${time}`;
  const { title } = content;
  return (
    <li className="flex flex-col gap-1">
      <div className="flex items-center gap-2 text-12">
        <button
          type="button"
          aria-expanded={isShown}
          className="min-w-0 flex-1 truncate rounded-sm text-left"
          onClick={onShow}
        >
          <span className="text-ink-soft">{versionWords(version, when)}</span>{' '}
          <span dir="auto">{content.body.slice(0, 300)}</span>
        </button>
        <Button
          aria-label={t`Restore the text of ${when}`}
          onClick={onRestore}
        >{t`Restore`}</Button>
      </div>
      {isShown && (
        <MarkedText
          label={t`${title}: what is different from now is marked`}
          pieces={textDifferences(content.body, base.body)[0]}
          note={undefined}
        />
      )}
    </li>
  );
}

/** When and where a text was saved, or replaced where only that is known. */
function versionWords({ isOwn, writtenAt }: ReplyVersionRow, when: string): string {
  if (isOwn) return t`${when}, saved from this browser:`;
  return writtenAt === undefined ? t`${when}, replaced elsewhere:` : t`${when}, saved elsewhere:`;
}

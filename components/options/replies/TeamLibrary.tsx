import { plural, t } from '@lingui/core/macro';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { useId, useState } from 'react';
import { noAnswer, noAnswerWords } from '../../../lib/messaging/no-answer';
import { type ReplyAnswer, replyCommands } from '../../../lib/messaging/reply-commands';
import { send } from '../../../lib/messaging/send';
import { matchPatternOf } from '../../../lib/model/match-patterns';
import { type ReplySourceRow, TEAM_SOURCE } from '../../../lib/model/reply';
import { leftOut, leftOutWords, sourceTrouble } from '../../../lib/replies/source-words';
import { formatDate } from '../../../lib/text/format-time';
import { joinSentences } from '../../../lib/text/join-sentences';
import { Button } from '../../ui/Button';
import { FieldFrame, inputStyle } from '../../ui/FieldFrame';
import { hostsOf, requestPermission } from '../permissions';
import { DroppedList } from './DroppedList';
import type { ManagedLibrary } from './use-managed-library';

/** The address of the team's read-only file of responses, and what came of reading it. */
export function TeamLibrary({ library }: { library: ManagedLibrary }) {
  const id = useId();
  const row = library.sources.find((each) => each.source === TEAM_SOURCE);
  const [url, setUrl] = useState(row?.address ?? '');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const isManaged = row?.isManaged === true;
  const put = async (address: string) => {
    if (address !== '' && teamPattern(address) === undefined) {
      return setProblem(t`Enter an address that begins with https://.`);
    }
    setProblem(undefined);
    // Nothing may be awaited before this: the browser asks only while a click is being handled.
    const done = setTeamFile(address);
    setBusy(true);
    const answer = await done;
    setBusy(false);
    if (answer.kind !== 'ok') return setProblem(answer.message);
    library.say(
      address === ''
        ? t`The team’s library is no longer used.`
        : t`The team’s library is in use now.`,
    );
  };
  return (
    <form
      aria-label={t`Team library`}
      className="flex max-w-[640px] flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void put(url.trim());
      }}
    >
      <FieldFrame
        id={id}
        label={t`Address of the team’s library`}
        isRequired={false}
        help={
          isManaged
            ? t`Your administrator set this address; it cannot be changed here.`
            : t`A JSON file as written by the export, on any https host. Anyone who enters its address gets its responses, read-only. The browser asks for permission for that host.`
        }
        problem={problem}
      >
        {(ties) => (
          <input
            {...ties}
            readOnly={isManaged}
            inputMode="url"
            value={url}
            placeholder="https://files.example.com/responses.json"
            maxLength={2_000}
            autoComplete="off"
            spellCheck={false}
            className={inputStyle}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </FieldFrame>
      <div className="flex gap-2">
        <Button variant="primary" type="submit" disabled={isBusy || isManaged || url.trim() === ''}>
          {isBusy ? t`Reading…` : t`Read this file`}
        </Button>
        {row?.address !== undefined && !isManaged && (
          <Button disabled={isBusy} onClick={() => void put('')}>{t`Stop reading it`}</Button>
        )}
      </div>
      {row !== undefined && <TeamState row={row} library={library} />}
    </form>
  );
}

interface TeamStateProps {
  row: ReplySourceRow;
  library: ManagedLibrary;
}

/** What is stored of the team's library, since when, and what of it could not be read. */
function TeamState({ row, library }: TeamStateProps) {
  const count = library.replies.filter((reply) => reply.source === row.source).length;
  const label = t`The team’s library`;
  const readOn = row.fetchedAt === undefined ? undefined : formatDate(row.fetchedAt);
  const trouble = sourceTrouble(row, label, Date.now());
  const missing = leftOut(row);
  return (
    <div className="flex flex-col gap-1.5 text-12 text-ink-soft">
      <p>
        {joinSentences(
          plural(count, { one: '# response stored.', other: '# responses stored.' }),
          readOn === undefined ? undefined : t`Last read on ${readOn}.`,
          row.etag === undefined ? undefined : t`It is loaded again only when it has changed.`,
        )}
      </p>
      {trouble !== undefined && <p className="text-warn">{trouble}</p>}
      {missing > 0 && <p className="text-warn">{leftOutWords(missing, label)}</p>}
      <DroppedList reasons={row.dropped} count={row.coverage.dropped} />
      <Button
        className="self-start"
        onClick={() => {
          send(replyCommands, 'replies.refresh', { olderThanMs: 0 }).catch((error) =>
            library.say(noAnswerWords(error)),
          );
        }}
      >
        <RefreshCw size={12} aria-hidden /> {t`Read it again`}
      </Button>
    </div>
  );
}

/** The match pattern of the host of an https address; `undefined` for anything else. */
function teamPattern(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  return new URL(address).protocol === 'https:' ? matchPatternOf(address) : undefined;
}

/**
 * Has the team's file at this address read from now on; an empty address removes it. Call it first
 * thing in a click handler: the browser is asked for permission before this returns. Never rejects.
 */
async function setTeamFile(address: string): Promise<ReplyAnswer> {
  const pattern = teamPattern(address);
  const permission = pattern === undefined ? true : requestPermission([pattern]);
  if (!(await permission)) {
    const host = hostsOf(pattern === undefined ? [] : [pattern]).join('');
    const message = t`The browser did not allow Deskside to read from ${host}. Try again and choose “Allow”.`;
    return { kind: 'failed', message };
  }
  return send(replyCommands, 'replies.team', { url: address }).catch(noAnswer);
}

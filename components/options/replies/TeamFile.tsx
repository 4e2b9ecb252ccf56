import { useId, useState } from 'react';
import { TEAM_SOURCE } from '../../../lib/model/reply';
import { Button } from '../../ui/Button';
import { FieldFrame, inputLook } from '../FieldFrame';
import { TeamState } from './TeamState';
import { setTeamFile, teamPattern } from './team-file';
import type { ManagedLibrary } from './use-managed-library';

/** The address of the team's read-only file of responses, and what came of reading it. */
export function TeamFile({ library }: { library: ManagedLibrary }) {
  const id = useId();
  const row = library.sources.find((each) => each.source === TEAM_SOURCE);
  const [url, setUrl] = useState(row?.address ?? '');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const isManaged = row?.isManaged === true;
  const put = async (address: string) => {
    if (address !== '' && teamPattern(address) === undefined) {
      return setProblem('Enter an address that begins with https://.');
    }
    setProblem(undefined);
    // Nothing may be waited for before this: the browser asks only while a click is handled.
    const done = setTeamFile(address);
    setBusy(true);
    const answer = await done;
    setBusy(false);
    if (answer.kind === 'failed') return setProblem(answer.message);
    library.tell(
      address === '' ? 'The team’s library is no longer read.' : 'The team’s library is read.',
    );
  };
  return (
    <form
      aria-label="Team library"
      className="flex max-w-[640px] flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void put(url.trim());
      }}
    >
      <FieldFrame
        id={id}
        label="Address of the team’s library"
        isRequired={false}
        help={
          isManaged
            ? 'Your administrator set this address; it cannot be changed here.'
            : 'One JSON file, as the export writes it, on any https host. Everybody who enters its address has its responses, read-only. The browser asks for permission for that host.'
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
            className={inputLook}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </FieldFrame>
      <div className="flex gap-2">
        <Button look="primary" type="submit" disabled={isBusy || isManaged || url.trim() === ''}>
          {isBusy ? 'Reading…' : 'Read this file'}
        </Button>
        {row?.address !== undefined && !isManaged && (
          <Button disabled={isBusy} onClick={() => void put('')}>
            Stop reading it
          </Button>
        )}
      </div>
      {row !== undefined && <TeamState row={row} library={library} />}
    </form>
  );
}

import { type FormEvent, useId, useState } from 'react';
import * as v from 'valibot';
import { noAnswerWords } from '../../../lib/messaging/no-answer';
import { optionsCommands } from '../../../lib/messaging/options-commands';
import { send } from '../../../lib/messaging/send';
import type { Connection } from '../../../lib/model/connection';
import { domainSchema, regionSchema } from '../../../lib/model/people-settings';
import type { PeopleSettings } from '../../../lib/storage/settings';
import { useSettings } from '../../hooks/use-settings';
import { Button } from '../../ui/Button';
import { FieldFrame, inputStyle } from '../../ui/FieldFrame';
import { DecisionTransfer } from './DecisionTransfer';

/** Who is taken for the same person: what the team knows better than any rule. */
export function PeopleSection({ connections }: { connections: readonly Connection[] }) {
  const id = useId();
  const settings = useSettings();
  return (
    <section aria-labelledby={`${id}-title`} className="mt-6 border-line-strong border-t pt-5">
      <h2 id={`${id}-title`} className="mb-1 font-semibold text-15">
        People
      </h2>
      <p className="mb-3 max-w-[92ch] text-pretty text-12 text-ink-faint">
        Records are taken for one person when they share an e-mail address, a phone number or an id
        of another system. What somebody linked or parted by hand goes before that, and stays until
        it is taken back.
      </p>
      <div className="mb-4">{settings && <PeopleRulesForm settings={settings} />}</div>
      <DecisionTransfer connections={connections} />
    </section>
  );
}

/** What only the team knows: which addresses are colleagues', and where bare numbers belong. */
function PeopleRulesForm({ settings }: { settings: PeopleSettings }) {
  const id = useId();
  const [domains, setDomains] = useState(settings.ownDomains.join(', '));
  const [region, setRegion] = useState(settings.defaultRegion ?? '');
  const [said, setSaid] = useState<'saved' | 'failed'>();
  const typed = domains.split(/[\s,;]+/).filter((part) => part !== '');
  const wrongDomain = typed.find((part) => !v.is(domainSchema, part));
  const isWrongRegion = region.trim() !== '' && !v.is(regionSchema, region);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (wrongDomain !== undefined || isWrongRegion) return;
    const given = region.trim() === '' ? {} : { defaultRegion: v.parse(regionSchema, region) };
    const ownDomains = typed.map((part) => v.parse(domainSchema, part));
    send(optionsCommands, 'options.people', { ownDomains, ...given }).then(
      () => setSaid('saved'),
      () => setSaid('failed'),
    );
  };
  return (
    <form onSubmit={save} className="flex flex-wrap items-start gap-x-4 gap-y-3">
      <div className="min-w-0 flex-1 basis-80">
        <FieldFrame
          id={`${id}-domains`}
          label="Own mail domains"
          isRequired={false}
          help="Addresses of colleagues never join two records. Separate several by commas."
          problem={wrongDomain === undefined ? undefined : `“${wrongDomain}” is not a domain.`}
        >
          {(ties) => (
            <input
              {...ties}
              className={inputStyle}
              value={domains}
              placeholder="example.com, example.org"
              onChange={(event) => setDomains(event.target.value)}
            />
          )}
        </FieldFrame>
      </div>
      <div className="w-64">
        <FieldFrame
          id={`${id}-region`}
          label="Country of bare phone numbers"
          isRequired={false}
          help="Two letters, for numbers written without country code."
          problem={isWrongRegion ? 'Enter two letters, e.g. DE.' : undefined}
        >
          {(ties) => (
            <input
              {...ties}
              className={inputStyle}
              value={region}
              placeholder="DE"
              maxLength={2}
              onChange={(event) => setRegion(event.target.value)}
            />
          )}
        </FieldFrame>
      </div>
      <Button type="submit" className="mt-5 h-8 px-3">
        Save these rules
      </Button>
      <p role="status" className="w-full text-12 empty:hidden">
        {said === 'saved' && <span className="text-good">Saved.</span>}
        {said === 'failed' && <span className="text-bad">{noAnswerWords}</span>}
      </p>
    </form>
  );
}

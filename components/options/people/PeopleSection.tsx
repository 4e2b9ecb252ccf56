import { t } from '@lingui/core/macro';
import { type FormEvent, useId, useState } from 'react';
import * as v from 'valibot';
import { noAnswerWords } from '../../../lib/messaging/no-answer';
import { optionsCommands } from '../../../lib/messaging/options-commands';
import { send } from '../../../lib/messaging/send';
import type { Connection } from '../../../lib/model/connection';
import { domainSchema, regionSchema, roleWordSchema } from '../../../lib/model/people-settings';
import type { PeopleSettings } from '../../../lib/storage/settings';
import { splitList } from '../../../lib/text/split-list';
import { usePolicy } from '../../hooks/use-policy';
import { useSettings } from '../../hooks/use-settings';
import { Button } from '../../ui/Button';
import { FieldFrame, inputStyle } from '../../ui/FieldFrame';
import { presetWords } from '../PresetNotice';
import { DecisionTransfer } from './DecisionTransfer';

/** Who is taken for the same person: what the team knows better than any rule. */
export function PeopleSection({ connections }: { connections: readonly Connection[] }) {
  const id = useId();
  const settings = useSettings();
  return (
    <section aria-labelledby={`${id}-title`} className="mt-6 border-line-strong border-t pt-5">
      <h2 id={`${id}-title`} className="mb-1 font-semibold text-15">{t`People`}</h2>
      <p className="mb-3 max-w-[92ch] text-pretty text-12 text-ink-faint">{t`Records are combined into one person when they share an e-mail address, a phone number or, within one helpdesk, an id of another system. Records that were linked or separated manually stay that way until this is undone.`}</p>
      <div className="mb-4">
        {settings && <PeopleRulesForm settings={settings} connections={connections} />}
      </div>
      <DecisionTransfer connections={connections} />
    </section>
  );
}

interface PeopleRulesFormProps {
  settings: PeopleSettings;
  connections: readonly Connection[];
}

/** The rules as they are in the form. */
interface TypedRules {
  domains: string;
  roles: string;
  region: string;
  /** Ids of connections. */
  sharing: string[];
}

function typedRules(settings: PeopleSettings): TypedRules {
  const { ownDomains, roleWords = [], defaultRegion = '', sharedIdConnections = [] } = settings;
  return {
    domains: ownDomains.join(', '),
    roles: roleWords.join(', '),
    region: defaultRegion,
    sharing: sharedIdConnections,
  };
}

/** What only the team knows: whose addresses are colleagues' or an office's, and what ids and bare numbers mean. */
function PeopleRulesForm({ settings, connections }: PeopleRulesFormProps) {
  const id = useId();
  const isPreset = usePolicy()?.policy.ownDomains !== undefined;
  /** What was changed here since it was saved: an import may change the rest meanwhile. */
  const [typed, setTyped] = useState<Partial<TypedRules>>({});
  const { domains, roles, sharing, region } = { ...typedRules(settings), ...typed };
  /** Why it was not saved; empty once it was. */
  const [failure, setFailure] = useState<string>();
  const change = (part: Partial<TypedRules>) => {
    setTyped({ ...typed, ...part });
    setFailure(undefined);
  };
  const wrongDomain = partsOf(domains).find((part) => !v.is(domainSchema, part));
  const wrongRole = partsOf(roles).find((part) => !v.is(roleWordSchema, part));
  const isWrongRegion = region.trim() !== '' && !v.is(regionSchema, region);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (wrongDomain !== undefined || wrongRole !== undefined || isWrongRegion) return;
    const given = region.trim() === '' ? {} : { defaultRegion: v.parse(regionSchema, region) };
    const ownDomains = partsOf(domains).map((part) => v.parse(domainSchema, part));
    const roleWords = partsOf(roles).map((part) => v.parse(roleWordSchema, part));
    send(optionsCommands, 'options.people', {
      ownDomains,
      ...given,
      ...(roleWords.length > 0 || settings.roleWords !== undefined ? { roleWords } : {}),
      ...(sharing.length > 0 || settings.sharedIdConnections !== undefined
        ? { sharedIdConnections: sharing }
        : {}),
    }).then(
      () => {
        setFailure('');
        setTyped((now) => (now === typed ? {} : now));
      },
      (error: unknown) => setFailure(noAnswerWords(error)),
    );
  };
  return (
    <form onSubmit={save} className="flex flex-wrap items-start gap-x-4 gap-y-3">
      <div className="min-w-0 flex-1 basis-80">
        <FieldFrame
          id={`${id}-domains`}
          label={t`Own mail domains`}
          isRequired={false}
          help={
            isPreset
              ? presetWords()
              : t`Addresses of colleagues never combine two records. Separate several with commas.`
          }
          problem={wrongDomain === undefined ? undefined : t`“${wrongDomain}” is not a domain.`}
        >
          {(ties) => (
            <input
              {...ties}
              className={inputStyle}
              readOnly={isPreset}
              value={isPreset ? settings.ownDomains.join(', ') : domains}
              placeholder="example.com, example.org"
              onChange={(event) => change({ domains: event.target.value })}
            />
          )}
        </FieldFrame>
      </div>
      <div className="min-w-0 flex-1 basis-80">
        <FieldFrame
          id={`${id}-roles`}
          label={t`Shared mailbox names`}
          isRequired={false}
          help={t`Common ones, such as info or billing, count anyway. Separate several with commas.`}
          problem={wrongRole === undefined ? undefined : t`“${wrongRole}” is not a single word.`}
        >
          {(ties) => (
            <input
              {...ties}
              className={inputStyle}
              value={roles}
              placeholder={t`frontline, depot7`}
              onChange={(event) => change({ roles: event.target.value })}
            />
          )}
        </FieldFrame>
      </div>
      <div className="w-64">
        <FieldFrame
          id={`${id}-region`}
          label={t`Country of phone numbers without country code`}
          isRequired={false}
          help={t`Two letters, for example DE.`}
          problem={isWrongRegion ? t`Enter two letters, e.g. DE.` : undefined}
        >
          {(ties) => (
            <input
              {...ties}
              className={inputStyle}
              value={region}
              placeholder="DE"
              maxLength={2}
              onChange={(event) => change({ region: event.target.value })}
            />
          )}
        </FieldFrame>
      </div>
      {connections.length > 1 && (
        <SharingConnections
          connections={connections}
          sharing={sharing}
          onChange={(chosen) => change({ sharing: chosen })}
        />
      )}
      <Button type="submit" className="mt-5 min-h-8 px-3">{t`Save these rules`}</Button>
      <p role="status" className="w-full text-12 empty:hidden">
        {failure === '' && <span className="text-good">{t`Saved.`}</span>}
        <span className="text-bad">{failure}</span>
      </p>
    </form>
  );
}

interface SharingConnectionsProps {
  connections: readonly Connection[];
  sharing: readonly string[];
  onChange(sharing: string[]): void;
}

/** Which helpdesks are fed by one system, so that an id means the same customer in all of them. */
function SharingConnections({ connections, sharing, onChange }: SharingConnectionsProps) {
  return (
    <fieldset className="w-full text-12">
      <legend className="mb-1 font-medium text-ink">{t`Helpdesks that use ids of the same system`}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1 text-ink-soft">
        {connections.map(({ id, label }) => (
          <label key={id} className="flex items-center gap-1.5">
            <input
              type="checkbox"
              checked={sharing.includes(id)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...sharing, id] : sharing.filter((each) => each !== id),
                )
              }
            />
            {label}
          </label>
        ))}
      </div>
      <p className="mt-1 text-ink-faint">{t`Unless ticked, the same id in two helpdesks means two different customers.`}</p>
    </fieldset>
  );
}

function partsOf(text: string): string[] {
  return splitList(text.replace(/\s+/g, ','));
}

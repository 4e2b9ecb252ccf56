import { t } from '@lingui/core/macro';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import type { PolicyProblem, ReadPolicy } from '../../../lib/storage/policy';
import { formatList } from '../../../lib/text/format-list';
import { formAddress, unconnected } from './configuration-file';
import { connectWords, settingsWords } from './settings-words';

interface PolicyFactsProps {
  /** Read with knowledge of these platforms. */
  managed: ReadPolicy;
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
}

/** What is preset, in a sentence each. */
function presetWords(policy: ReadPolicy['policy'], labelOf: (name: string) => string): string[] {
  const { membraneBase, teamUrl } = policy;
  const allowed = policy.platforms && formatList(policy.platforms.map(labelOf));
  const cards = formatList((policy.cards ?? []).map(({ name }) => name));
  return [
    allowed !== undefined && t`Only these helpdesks can be connected: ${allowed}.`,
    policy.features?.membrane === false && t`Connecting through Membrane is turned off.`,
    policy.features?.directKeys === false && t`Connecting with a key of a helpdesk is turned off.`,
    membraneBase && t`Membrane is at ${membraneBase}.`,
    policy.features?.ownCards === false && t`Adding data cards of your own is turned off.`,
    policy.features?.pastAnswers === false &&
      t`Showing how other customers were answered is turned off.`,
    policy.teamNoteKey &&
      t`Notes are signed for your team; where websites can write notes, only signed ones count as the team’s.`,
    cards && t`Data cards: ${cards}.`,
    teamUrl && t`The team’s canned responses are at ${teamUrl}.`,
    ...settingsWords(policy),
  ].flatMap((words) => words || []);
}

/** Where something is wrong, and what. */
function problemWords({ entry, item, what }: PolicyProblem): string {
  return item === undefined ? t`${entry}: ${what}.` : t`${entry}, item ${item}: ${what}.`;
}

/** What the administrator preset, which helpdesks are still to be connected, and what is wrong in it. */
export function PolicyFacts({ managed, platforms, connections }: PolicyFactsProps) {
  const { policy, problems } = managed;
  const labelOf = (name: string) => platforms.find((each) => each.name === name)?.label ?? name;
  const preset = presetWords(policy, labelOf);
  const open = unconnected(policy.helpdesks ?? [], connections);
  if (preset.length + open.length + problems.length === 0) return null;
  return (
    <div className="flex max-w-[92ch] flex-col gap-2 text-12">
      {preset.length > 0 && (
        <>
          <h3 className="font-semibold">{t`Set by your organisation; it cannot be changed here`}</h3>
          <ul className="list-disc pl-4 text-ink-soft">
            {preset.map((words) => (
              <li key={words} className="wrap-anywhere">
                {words}
              </li>
            ))}
          </ul>
        </>
      )}
      {open.length > 0 && (
        <>
          <h3 className="font-semibold">{t`Helpdesks of your team that are not connected yet`}</h3>
          <ul className="flex flex-col gap-1">
            {open.map((helpdesk) => (
              <li key={formAddress(helpdesk)}>
                <a className="text-accent underline" href={formAddress(helpdesk)}>
                  {connectWords(helpdesk, labelOf(helpdesk.platform))}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {problems.length > 0 && (
        <div role="alert" className="rounded-md bg-bad-soft px-2.5 py-2">
          <p>{t`Some of your organisation’s settings cannot be used; the rest are in use. Tell the person who manages your browser:`}</p>
          <ul className="list-disc pl-4">
            {problems.map(problemWords).map((words) => (
              <li key={words} className="wrap-anywhere">
                {words}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

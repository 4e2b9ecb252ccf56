import { t } from '@lingui/core/macro';
import { useState } from 'react';
import { mergePerson } from '../../../lib/identity/person';
import { whyWords } from '../../../lib/identity/why-joined-words';
import { peopleCommands } from '../../../lib/messaging/people-commands';
import { send } from '../../../lib/messaging/send';
import type { Contact } from '../../../lib/model/contact';
import { contactRef } from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import { readNativeNotes, readNotes } from '../../../lib/storage/note-queries';
import { readDecisions, readPersonConversations } from '../../../lib/storage/people-queries';
import { type PersonRows, readPersonRows } from '../../../lib/storage/person-tables';
import { formatDateInput } from '../../../lib/text/date-input';
import { formatNumber } from '../../../lib/text/format-number';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { saveFile } from '../../ui/save-file';
import { usePanel } from '../PanelContext';
import { usePlatformIndex } from '../platform-index';
import { usePanelView } from '../view-store';
import { usePeopleRules } from './use-people-rules';

/** Saves everything stored about a person as a file, or forgets it. */
export function PersonData({ contacts }: { contacts: readonly Contact[] }) {
  const [isFailed, setIsFailed] = useState(false);
  const savePage = useSavePage(contacts);
  const say = usePanelView((view) => view.say);
  const attempt = (work: Promise<void>) => {
    setIsFailed(false);
    work.catch(() => setIsFailed(true));
  };
  const forget = async () => {
    const erased = await send(peopleCommands, 'people.forget', {
      contacts: contacts.map(({ connectionId, id }) => ({ connectionId, id })),
    });
    // Reported in the panel, because the dialog disappears together with the person.
    say(forgottenWords(erased));
  };
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold text-11 text-ink-faint">{t`What is stored about this person`}</h3>
      <div className="flex flex-wrap gap-1.5">
        <Button onClick={() => attempt(savePage())}>{t`Save as a page`}</Button>
        <Button onClick={() => attempt(saveJson(contacts))}>{t`Save as JSON`}</Button>
        <ConfirmDialog
          title={t`Forget this person?`}
          text={t`Their records, history, notes, drafts and decisions are removed from this browser for good, including what no helpdesk can provide again and notes that have not been delivered yet. Nothing changes in the helpdesks: copies of notes stay there, and the person is loaded anew when someone opens them again.`}
          action={{ label: t`Forget`, busy: t`Forgetting…` }}
          onConfirm={forget}
        >
          <Button>{t`Forget this person…`}</Button>
        </ConfirmDialog>
      </div>
      <p role="status" className="text-bad empty:hidden">
        {isFailed && t`The file could not be created. Try again.`}
      </p>
    </section>
  );
}

function forgottenWords(erased: readonly { before: number; after: number }[]): string {
  const before = formatNumber(erased.reduce((sum, row) => sum + row.before, 0));
  const after = formatNumber(erased.reduce((sum, row) => sum + row.after, 0));
  return t`Forgotten. Rows about this person before: ${before}; now: ${after}. To load them anew, leave the conversation and open it again.`;
}

const fileName = (ending: string) => `deskside-person-${formatDateInput(Date.now())}.${ending}`;

async function saveJson(contacts: readonly Contact[]): Promise<void> {
  const tables = withoutHandles(await readPersonRows(database, contacts));
  const file = {
    format: 'deskside-person',
    version: 1,
    savedAt: new Date().toISOString(),
    contacts: contacts.map(contactRef),
    tables,
  };
  saveFile(fileName('json'), 'application/json', JSON.stringify(file, null, 2));
}

/**
 * Leaves out the handles: with a contact's handle the conversation can be reached, and it is no data about
 * the person.
 */
function withoutHandles(rows: PersonRows): PersonRows {
  return JSON.parse(
    JSON.stringify(rows, (key, value: unknown) => (key === 'handle' ? undefined : value)),
  );
}

function useSavePage(contacts: readonly Contact[]): () => Promise<void> {
  const { connections } = usePanel().snapshot;
  const { platforms } = usePlatformIndex();
  const rules = usePeopleRules();
  return async () => {
    const keys = contacts.map(({ connectionId, id }): [string, string] => [connectionId, id]);
    const refs = contacts.map(contactRef);
    const [anchor] = refs;
    if (anchor === undefined) return;
    const labelOf = (platform: string) => platforms.get(platform)?.label ?? platform;
    const decisions = await readDecisions(database, contacts);
    const links = decisions.map(({ link }) => link);
    const now = Date.now();
    const person = mergePerson(contacts);
    // Loaded only here: it parses Markdown, which nothing else here needs.
    const { personPage } = await import('./person-page');
    const page = personPage({
      title: person.name ?? person.placeholderName ?? t`No name`,
      contacts,
      conversations: await readPersonConversations(database, contacts),
      messages: await database.messages.where('[connectionId+contactId]').anyOf(keys).toArray(),
      ...(await readNotes(database, anchor, refs)),
      natives: (await readNativeNotes(database, contacts)).natives,
      decisions,
      why: (contact) =>
        whyWords(contact, {
          others: contacts.filter((other) => other !== contact),
          ...{ links, rules, labelOf, now },
        }),
      labelOf: (id) => {
        const connection = connections.find((each) => each.id === id);
        return connection === undefined ? id : labelOf(connection.platform);
      },
      now,
    });
    saveFile(fileName('html'), 'text/html', page);
  };
}

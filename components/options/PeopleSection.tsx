import { useId } from 'react';
import type { Connection } from '../../lib/model/connection';
import { DecisionTransfer } from './DecisionTransfer';
import { PeopleRules } from './PeopleRules';
import { useSettings } from './use-settings';

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
      <div className="mb-4">{settings && <PeopleRules settings={settings} />}</div>
      <DecisionTransfer connections={connections} />
    </section>
  );
}

import { t } from '@lingui/core/macro';
import CircleX from 'lucide-react/icons/circle-x';
import { madeUpPerson, readCardAddress } from '../../../lib/model/card-address';
import { formatList } from '../../../lib/text/format-list';
import { CardContentView } from '../../cards/CardContentView';
import type { CardFormState } from './use-card-form';

/** What would be sent where, and the result of a test, as the panel would show it, or why there is none. */
export function CardFormOutcome({ form }: { form: CardFormState }) {
  const { test, failure, busy, fields } = form;
  const { email } = madeUpPerson;
  return (
    <>
      <Sent address={fields.address} />
      <div role="status" aria-live="polite" className="flex flex-col gap-2 empty:hidden">
        {busy !== undefined && (
          <p className="text-12 text-ink-soft">{t`One moment… The browser may ask for permission first.`}</p>
        )}
        {failure !== undefined && (
          <p className="flex gap-2 rounded-md bg-bad-soft px-2.5 py-2 text-12">
            <CircleX size={14} aria-hidden className="mt-px shrink-0 text-bad" />
            <span className="wrap-anywhere">{failure}</span>
          </p>
        )}
        {test?.kind === 'nobody' && (
          <p className="text-12 text-ink-soft">
            {t`The server answered 404. That is right if it does not know the made-up ${email}. A wrong path would get the same answer, so next look at a person it does know.`}
          </p>
        )}
        {test?.kind === 'ok' && (
          <>
            <p className="text-12 text-ink-soft">
              {t`The server answered. This is how the panel would show the made-up ${email}:`}
            </p>
            <div className="flex w-[300px] max-w-full flex-col gap-1.5 rounded-md border border-line bg-raised p-2">
              {test.content.title !== undefined && (
                <p dir="auto" className="font-medium text-12">
                  {test.content.title}
                </p>
              )}
              <CardContentView content={test.content} />
            </div>
            {test.content.problems.length > 0 && (
              <ul className="list-disc pl-4 text-12 text-warn">
                {test.content.problems.map((problem) => (
                  <li key={problem} className="wrap-anywhere">
                    {problem}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
    </>
  );
}

/** Says what leaves the browser, and where to, before anything does. */
function Sent({ address }: { address: string }) {
  const read = readCardAddress(address);
  if ('problem' in read) return null;
  const { host } = new URL(read.origin);
  const values = formatList(read.variables.map((name) => `{${name}}`));
  return (
    <p className="text-12 text-ink-soft">
      {t`For each person the panel shows, ${host} learns ${values}, and when.`}
    </p>
  );
}

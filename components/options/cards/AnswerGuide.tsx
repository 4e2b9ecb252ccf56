import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { CopyButton } from '../../ui/CopyButton';

/** An answer with everything that one can contain; the parser's tests read it, too. */
export const exampleAnswer = `{
  "title": "Orders",
  "fields": [
    { "key": "status", "label": "Last order", "value": "Shipped", "kind": "status", "tone": "good" },
    { "key": "plan", "label": "Plan", "value": "Business" },
    { "key": "count", "label": "Orders", "value": 12, "kind": "number" },
    { "key": "spent", "label": "Spent", "value": 1299.5, "kind": "money", "currency": "EUR" },
    { "key": "since", "label": "Customer since", "value": "2024-02-29", "kind": "date" },
    { "key": "page", "label": "In the shop", "value": "/customers/7", "kind": "link", "text": "Open" }
  ],
  "tables": [
    {
      "title": "Last orders",
      "columns": [
        { "label": "Number" },
        { "label": "Total", "kind": "money", "currency": "EUR" },
        { "label": "State", "kind": "status" }
      ],
      "rows": [
        ["4711", 49.9, { "value": "Shipped", "tone": "good" }],
        ["4650", 120, "Returned"]
      ]
    }
  ]
}
`;

/** What a card's server has to answer, by example. */
export function AnswerGuide() {
  return (
    <details className="mt-3 max-w-[760px] text-12">
      <summary className="cursor-pointer text-ink-soft">{t`What your server answers`}</summary>
      <div className="flex flex-col gap-2 pt-2 text-ink-soft">
        <p>
          <Trans>
            JSON in this form, within ten seconds and 500 kB, or 404 for a person it does not know.{' '}
            <code>fields</code> or <code>tables</code> must be there; everything else is optional.
            The kinds are text, number, money, date (a day, or a moment with its time zone), link
            (on the same host) and status (<code>tone</code>: neutral, good, warn, bad). Up to 40
            fields, and 5 tables of 8 columns and 50 rows. Markup is shown as it is written.
            Anything that cannot be read is left out and counted.
          </Trans>
        </p>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          className="max-h-80 overflow-auto rounded-md border border-line bg-sunken p-2.5 text-11"
        >
          {exampleAnswer}
        </pre>
        <div className="flex items-center gap-2">
          <CopyButton label={t`Copy the example`} text={() => exampleAnswer} />
        </div>
      </div>
    </details>
  );
}

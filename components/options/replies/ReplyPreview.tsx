import { t } from '@lingui/core/macro';
import { useMemo } from 'react';
import { composeText, type ReplyTemplate } from '../../../lib/replies/compose-reply';
import {
  questionsOf,
  type ReplyQuestion,
  type VariableValues,
} from '../../../lib/replies/fill-variables';
import { logicWords } from '../../../lib/replies/logic-words';
import { backslashWords } from '../../../lib/replies/lost-parts';
import type { TemplateLogic } from '../../../lib/replies/parse-template';
import { variableValues } from '../../../lib/replies/variable-values';
import { formatList } from '../../../lib/text/format-list';
import { ComposedTextView } from '../../text/ComposedTextView';
import type { ManagedLibrary } from './use-managed-library';

interface ReplyPreviewProps extends ReplyTemplate {
  platforms: ManagedLibrary['platforms'];
}

/** What a text becomes, with the values of a made-up customer. */
export function ReplyPreview({ body, asWritten, platforms }: ReplyPreviewProps) {
  const composed = useMemo(
    () => composeText({ body, asWritten }, sampleValues(Date.now())),
    [body, asWritten],
  );
  const questions = questionsOf(body);
  const asked = new Set(questions.map(({ name }) => name));
  const { logic = [], missing } = composed;
  const worked = new Set(logic.map(({ name }) => name));
  const unknown = missing.filter(({ name }) => !asked.has(name) && !worked.has(name));
  const asks = formatList(questions.map(({ label }) => label));
  const gaps = formatList(unknown.map(({ name }) => name));
  const told = logicWords(logic, undefined, platforms.values());
  return (
    <section aria-label={t`Preview`} className="flex min-w-0 flex-col gap-2">
      <h4 className="text-12 text-ink-faint">{t`Preview for a made-up customer called Ana Souza`}</h4>
      <div className="min-h-24 rounded-md border border-line bg-canvas p-3">
        <ComposedTextView
          composed={composed.text}
          missing={new Set([...missing, ...logic].map(gapName))}
          isPreview
          className="gap-2"
        />
      </div>
      <p role="status" className="text-12 text-warn empty:hidden">
        {backslashWords(composed.lostBackslashes)}
      </p>
      {questions.length > 0 && (
        <p className="text-12 text-ink-soft">{t`Asked before inserting: ${asks}`}</p>
      )}
      {told !== undefined && <p className="text-12 text-warn wrap-anywhere">{told.what}</p>}
      {unknown.length > 0 && (
        <p className="text-12 text-warn">
          {t`Unknown for this customer, so you would be asked: ${gaps}`}
        </p>
      )}
    </section>
  );
}

/** What a gap is called: by the missing value, or by the logic, that leaves it. */
function gapName(gap: ReplyQuestion | TemplateLogic): string {
  return 'words' in gap ? gap.words : gap.name;
}

/** Values of a made-up customer, for a preview without a conversation. `now` in epoch ms. */
function sampleValues(now: number): VariableValues {
  return variableValues({
    contact: {
      connectionId: 'sample',
      id: '12',
      platform: 'sample',
      name: 'Ana Souza',
      emails: ['ana.souza@example.com'],
      phones: ['+351 912 345 678'],
      emailKeys: [],
      phoneKeys: [],
      externalIds: [],
      company: 'Souza & Filhos',
      fetchedAt: now,
    },
    timeZone: 'Europe/Lisbon',
    agent: { name: 'Sam Berg', email: 'sam@example.com' },
    conversation: { id: '318', name: t`Question about an order` },
    inbox: { name: t`Web shop` },
    account: { name: 'Acme' },
    now,
  });
}

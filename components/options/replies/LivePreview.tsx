import { useMemo } from 'react';
import { composeReply } from '../../../lib/replies/compose';
import { questionsOf } from '../../../lib/replies/variables';
import { ComposedView } from '../../replies/ComposedView';
import { sampleValues } from './sample-values';

/** What a text becomes, with the values of a made-up customer. */
export function LivePreview({ body }: { body: string }) {
  const composed = useMemo(() => composeReply(body, sampleValues(Date.now())), [body]);
  const questions = questionsOf(body);
  const asked = new Set(questions.map(({ name }) => name));
  const unknown = composed.missing.filter(({ name }) => !asked.has(name));
  return (
    <section aria-label="Preview" className="flex min-w-0 flex-col gap-2">
      <h4 className="text-12 text-ink-faint">Preview, for a made-up customer called Ana Souza</h4>
      <div className="min-h-24 rounded-md border border-line bg-canvas p-3">
        <ComposedView
          text={composed.text}
          missing={new Set(composed.missing.map(({ name }) => name))}
        />
      </div>
      {questions.length > 0 && (
        <p className="text-12 text-ink-soft">
          Asked before inserting: {questions.map(({ label }) => label).join(', ')}
        </p>
      )}
      {unknown.length > 0 && (
        <p className="text-12 text-warn">
          Not known for this customer, so it would be asked:{' '}
          {unknown.map(({ name }) => name).join(', ')}
        </p>
      )}
    </section>
  );
}

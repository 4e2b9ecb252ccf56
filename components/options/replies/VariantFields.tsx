import { t } from '@lingui/core/macro';
import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import type { ReplyForm } from '../../replies/use-reply-form';
import { Button } from '../../ui/Button';
import { inputStyle } from '../../ui/FieldFrame';
import { IconButton } from '../../ui/IconButton';

/** The same answer in other languages. */
export function VariantFields({ form }: { form: ReplyForm }) {
  const { variants } = form.draft;
  const put = (index: number, change: Partial<(typeof variants)[number]>) =>
    form.change({
      variants: variants.map((each, position) =>
        position === index ? { ...each, ...change } : each,
      ),
    });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium text-12">{t`Other languages`}</legend>
      {variants.map((variant, index) => {
        const number = index + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a variant has no other identity
          <div key={index} className="flex items-start gap-2">
            <input
              aria-label={t`Language of variant ${number}`}
              value={variant.language}
              placeholder="de"
              maxLength={35}
              spellCheck={false}
              className={`${inputStyle} w-20! shrink-0`}
              onChange={(event) => put(index, { language: event.target.value })}
            />
            <textarea
              aria-label={t`Text of variant ${number}`}
              value={variant.body}
              rows={3}
              maxLength={40_000}
              dir="auto"
              className={`${inputStyle} h-auto resize-y py-1.5`}
              onChange={(event) => put(index, { body: event.target.value })}
            />
            <IconButton
              icon={X}
              label={t`Remove variant ${number}`}
              onClick={() =>
                form.change({ variants: variants.filter((_each, other) => other !== index) })
              }
            />
          </div>
        );
      })}
      <p role="alert" className="text-12 text-bad empty:hidden">
        {form.problems.variants}
      </p>
      <Button
        className="self-start"
        onClick={() => form.change({ variants: [...variants, { language: '', body: '' }] })}
      >
        <Plus size={13} aria-hidden /> {t`Add a language`}
      </Button>
    </fieldset>
  );
}

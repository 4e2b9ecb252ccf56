import { t } from '@lingui/core/macro';
import { useState } from 'react';
import type { BulkKind } from '../../../../lib/model/bulk-run';
import { OWN_SOURCE } from '../../../../lib/model/reply';
import { sourceLabel } from '../../../../lib/replies/source-words';
import { formatNumber } from '../../../../lib/text/format-number';
import { writableSources } from '../../../replies/SourceSelect';
import { Button } from '../../../ui/Button';
import { inputStyle } from '../../../ui/FieldFrame';
import type { ManagedLibrary } from '../use-managed-library';
import { planBulk, tagChange } from './bulk-actions';
import type { Selection } from './use-selection';

interface SelectionBarProps {
  selection: Selection;
  library: ManagedLibrary;
}

/** What can be done with the selected responses. Nothing happens before its preview was confirmed. */
export function SelectionBar({ selection, library }: SelectionBarProps) {
  const targets = writableSources(library.sources);
  const [wanted, setTarget] = useState<string>();
  const target =
    targets.find((each) => each === wanted) ??
    targets.find((each) => each !== OWN_SOURCE) ??
    OWN_SOURCE;
  const [tags, setTags] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { chosen } = selection;
  const count = formatNumber(chosen.length);
  const plan = async (kind: BulkKind) => {
    setBusy(true);
    const replies = chosen.map(({ source, id }) => ({ source, id }));
    const isTarget = kind === 'publish' || kind === 'move';
    const problem = await planBulk({
      kind,
      replies,
      ...(isTarget ? { target } : {}),
      ...(kind === 'tag' ? { tags: tagChange(tags) } : {}),
    });
    setBusy(false);
    if (problem === undefined) selection.none();
    library.say(problem ?? '');
  };
  const { add, remove } = tagChange(tags);
  return (
    <div
      role="toolbar"
      aria-label={t`Selected responses`}
      className="flex flex-wrap items-center gap-2 rounded-md border border-line bg-sunken px-2 py-1.5 text-12"
    >
      <span role="status">{t`${count} selected`}</span>
      <select
        aria-label={t`Where to`}
        value={target}
        className={`${inputStyle} w-44!`}
        onChange={(event) => setTarget(event.target.value)}
      >
        {targets.map((each) => (
          <option key={each} value={each}>
            {sourceLabel(each, library)}
          </option>
        ))}
      </select>
      <Button disabled={isBusy} onClick={() => void plan('publish')}>{t`Publish…`}</Button>
      <Button disabled={isBusy} onClick={() => void plan('move')}>{t`Move…`}</Button>
      <input
        aria-label={t`Tags to add; with a minus, to remove`}
        placeholder={t`tag, -other tag`}
        value={tags}
        className={`${inputStyle} w-40!`}
        onChange={(event) => setTags(event.target.value)}
      />
      <Button
        disabled={isBusy || add.length + remove.length === 0}
        onClick={() => void plan('tag')}
      >{t`Change tags…`}</Button>
      <Button disabled={isBusy} onClick={() => void plan('remove')}>{t`Delete…`}</Button>
      <Button className="ml-auto" onClick={selection.none}>{t`Select none`}</Button>
    </div>
  );
}

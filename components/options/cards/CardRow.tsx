import { t } from '@lingui/core/macro';
import { cardVariableWords } from '../../../lib/cards/card-words';
import { cardCommands } from '../../../lib/messaging/card-commands';
import { send } from '../../../lib/messaging/send';
import { readCardAddress } from '../../../lib/model/card-address';
import type { DataCard } from '../../../lib/model/data-card';
import { matchPatternOf } from '../../../lib/model/match-patterns';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { requestPermission } from '../permissions';
import { presetWords } from '../policy';

interface CardRowProps {
  card: DataCard;
  /** The browser does not allow its host. */
  isMissing: boolean;
  onEdit(): void;
  onSay(words: string): void;
}

/** One card: where it asks, what it sends, and what can be done with it. */
export function CardRow({ card, isMissing, onEdit, onSay }: CardRowProps) {
  const { name, key, origin, address, header, isManaged } = card;
  const read = readCardAddress(address);
  const { host } = new URL(origin);
  const allow = () => {
    // Nothing may be waited for before this: the browser asks only while a click is handled.
    void requestPermission([matchPatternOf(origin)]).then((isGranted) =>
      onSay(isGranted ? `${name} can be read now.` : `The browser was not allowed to ask ${host}.`),
    );
  };
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-0.5 text-12">
        <h3 dir="auto" className="font-semibold text-13 wrap-anywhere">
          {name}
        </h3>
        <p className="text-ink-soft wrap-anywhere">
          {host} is sent the {'problem' in read ? '' : cardVariableWords(read.variables)}
          {header !== undefined && `, with a secret in ${header}`}.
        </p>
        <p className="text-ink-faint">
          In responses <code>{`{{card.${key}.…}}`}</code>
          {isManaged && ` · ${presetWords}`}
        </p>
        {isMissing && (
          <div role="status" className="flex flex-wrap items-center gap-2 pt-1 text-warn">
            The browser does not allow Deskside to ask {host} yet.
            <Button className="h-6" onClick={allow}>
              Allow {host}
            </Button>
          </div>
        )}
      </div>
      <div className="flex shrink-0 gap-1.5">
        {(!isManaged || header !== undefined) && (
          <Button
            aria-label={`${isManaged ? 'Enter the secret of' : 'Edit'} ${name}`}
            onClick={onEdit}
          >
            {isManaged ? t`Secret` : t`Edit`}
          </Button>
        )}
        {!isManaged && (
          <ConfirmDialog
            title={`Remove “${name}”?`}
            text={`What it answered about people goes from this browser, its secret too, and the permission for ${host} is given back unless something else needs it.`}
            action={{ label: 'Remove', busy: 'Removing…' }}
            onConfirm={async () => {
              await send(cardCommands, 'cards.remove', { cardId: card.id });
              onSay(`${name} was removed.`);
            }}
          >
            <Button aria-label={`Remove ${name}`}>{t`Remove`}</Button>
          </ConfirmDialog>
        )}
      </div>
    </div>
  );
}

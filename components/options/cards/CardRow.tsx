import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { cardVariableWords } from '../../../lib/cards/card-words';
import { cardCommands } from '../../../lib/messaging/card-commands';
import { send } from '../../../lib/messaging/send';
import { readCardAddress } from '../../../lib/model/card-address';
import type { DataCard } from '../../../lib/model/data-card';
import { matchPatternOf } from '../../../lib/model/match-patterns';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { presetWords } from '../PresetNotice';
import { requestPermission } from '../permissions';

interface CardRowProps {
  card: DataCard;
  /** Id of the button that opens its form. */
  openerId: string;
  /** A card is being written: to open another one would lose what was typed. */
  isFormOpen: boolean;
  /** The browser does not permit requests to its host. */
  isMissing: boolean;
  onEdit(): void;
  onSay(words: string): void;
}

/** One card: where it asks, what it sends, and what can be done with it. */
export function CardRow(props: CardRowProps) {
  const { card, openerId, isFormOpen, isMissing, onEdit, onSay } = props;
  const { name, key, origin, address, header, isManaged } = card;
  const read = readCardAddress(address);
  const { host } = new URL(origin);
  const variable = `{{card.${key}.…}}`;
  const allow = () => {
    // Nothing may be awaited before this: the browser asks only while a click is being handled.
    void requestPermission([matchPatternOf(origin)]).then((isGranted) =>
      onSay(
        isGranted
          ? t`${name} can be read now.`
          : t`The browser did not allow Deskside to reach ${host}.`,
      ),
    );
  };
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-0.5 text-12">
        <h3 dir="auto" className="font-semibold text-13 wrap-anywhere">
          {name}
        </h3>
        <p className="text-ink-soft wrap-anywhere">
          {sentWords(host, 'problem' in read ? '' : cardVariableWords(read.variables), header)}
        </p>
        <p className="text-ink-faint">
          <Trans>
            In responses: <code>{variable}</code>
          </Trans>
          {isManaged && ` · ${presetWords()}`}
        </p>
        {isMissing && (
          <div role="status" className="flex flex-wrap items-center gap-2 pt-1 text-warn">
            {t`The browser does not allow Deskside to reach ${host} yet.`}
            <Button onClick={allow}>{t`Allow ${host}`}</Button>
          </div>
        )}
      </div>
      <div className="flex shrink-0 gap-1.5">
        {(!isManaged || header !== undefined) && (
          <Button
            id={openerId}
            aria-label={isManaged ? t`Enter the secret of ${name}` : t`Edit ${name}`}
            disabled={isFormOpen}
            onClick={onEdit}
          >
            {isManaged ? t`Secret` : t`Edit`}
          </Button>
        )}
        {!isManaged && (
          <ConfirmDialog
            title={t`Remove “${name}”?`}
            text={t`What it returned about people is deleted from this browser, along with its secret, and the permission for ${host} is given back unless something else needs it.`}
            action={{ label: t`Remove`, busy: t`Removing…` }}
            onConfirm={async () => {
              await send(cardCommands, 'cards.remove', { cardId: card.id });
              onSay(t`${name} was removed.`);
            }}
          >
            <Button aria-label={t`Remove ${name}`}>{t`Remove`}</Button>
          </ConfirmDialog>
        )}
      </div>
    </div>
  );
}

/** What the card sends, and where. */
function sentWords(host: string, values: string, header: string | undefined): string {
  return header === undefined
    ? t`Sent to ${host}: ${values}.`
    : t`Sent to ${host}: ${values}, with a secret in ${header}.`;
}

import { t } from '@lingui/core/macro';
import { useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { cardCommands } from '../../../lib/messaging/card-commands';
import { send } from '../../../lib/messaging/send';
import type { CardAnswerRow, DataCard } from '../../../lib/model/data-card';
import { usePolicy } from '../../hooks/use-policy';
import { usePanel } from '../PanelContext';
import { sayUnanswered, sendFromPanel } from '../send-from-panel';
import { sendUntilAnswered } from '../send-until-answered';
import { DataCardView } from './DataCardView';
import { useFoldedCards } from './use-folded-cards';

interface CardListProps {
  cards: readonly DataCard[];
  /** About the contact on screen. */
  answers: readonly CardAnswerRow[];
}

/** The team's own data about the person: each card shows what it knows and how old that is, or why not. */
export function CardList({ cards: held, answers }: CardListProps) {
  const policy = usePolicy()?.policy;
  if (policy === undefined) return null;
  // The worker asks only the managed cards then.
  const allowsOwn = policy.features?.ownCards !== false;
  const cards = held.filter(({ isManaged }) => isManaged || allowsOwn);
  return cards.length === 0 ? null : <Cards cards={cards} answers={answers} />;
}

function Cards({ cards, answers }: CardListProps) {
  const refresh = useCardLoads(cards, answers);
  const { isOpen, toggle } = useFoldedCards();
  return (
    <section aria-label={t`Data cards`} className="mt-2 max-h-[38vh] overflow-y-auto px-3">
      <ul className="flex flex-col gap-1">
        {cards.map((card) => (
          <li key={card.id}>
            <DataCardView
              card={card}
              answer={answers.find(({ cardId }) => cardId === card.id)}
              isOpen={isOpen(card.id)}
              onToggle={() => toggle(card.id)}
              onRefresh={() => refresh(card.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/**
 * Loads the cards for the person in the panel, again when something about that person or the cards changes,
 * when the panel gets the focus, and when a server's pause is over. Returns what asks one card again now.
 */
function useCardLoads(
  cards: readonly DataCard[],
  answers: readonly CardAnswerRow[],
): (cardId: string) => void {
  const { windowId, snapshot } = usePanel();
  const [wakes, setWakes] = useState(0);
  const { contacts, screen } = snapshot;
  const known = contacts.map(({ connectionId, id, emails, phones, externalIds, name }) => [
    ...[connectionId, id, emails, phones, externalIds, name],
  ]);
  const asked = cards.map(({ id, address, header }) => [id, address, header]);
  // What an answer depends on, in one string: a new answer alone is no reason to ask again.
  const wanted = JSON.stringify([known, asked, screen?.context.conversationId, screen?.round]);
  useEffect(() => {
    const wake = () => setWakes((count) => count + 1);
    window.addEventListener('focus', wake);
    browser.permissions.onAdded.addListener(wake);
    return () => {
      window.removeEventListener('focus', wake);
      browser.permissions.onAdded.removeListener(wake);
    };
  }, []);
  const askedAt = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` and `wakes` are reasons to ask
  useEffect(() => {
    let isWanted = true;
    askedAt.current = Date.now();
    sendUntilAnswered(cardCommands, 'cards.load', { windowId }, () => isWanted).catch(
      (error: unknown) => isWanted && sayUnanswered(error),
    );
    return () => {
      isWanted = false;
    };
  }, [windowId, wanted, wakes]);
  useEffect(
    () => () => {
      // A panel that is just being closed receives no answer.
      send(cardCommands, 'cards.stop', { windowId }).catch(() => undefined);
    },
    [windowId],
  );
  const [contact] = contacts;
  const about = `${contact?.connectionId}/${contact?.id}`;
  const answered = answers.map(({ cardId }) => cardId);
  const before = useRef({ about, answered });
  useEffect(() => {
    const isSame = before.current.about === about;
    const isDropped = before.current.answered.some((id) => !answered.includes(id));
    before.current = { about, answered };
    // The card was changed in the settings, and its earlier answer was removed.
    if (isSame && isDropped) setWakes((count) => count + 1);
  });
  const pauses = answers.flatMap(({ failure }) => failure?.retryAt ?? []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each asking (`wakes`) the later pauses are left
  useEffect(() => {
    // A pause that was over before this answer was drawn, as on a busy machine, is still to be asked after.
    const next = Math.min(...pauses.filter((at) => at > askedAt.current));
    if (next === Infinity) return undefined;
    const timer = setTimeout(() => setWakes((count) => count + 1), next - Date.now() + 50);
    return () => clearTimeout(timer);
  }, [pauses.join(), wakes]);
  return (cardId) => sendFromPanel(cardCommands, 'cards.load', { windowId, cardId, force: true });
}

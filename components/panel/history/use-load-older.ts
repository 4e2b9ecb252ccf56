import { useEffect, useRef } from 'react';
import { historyCommands } from '../../../lib/messaging/history-commands';
import { type SourceView, withOlderItems } from '../coverage/source-views';
import { sayUnanswered } from '../send-from-panel';
import { sendUntilAnswered } from '../send-until-answered';

interface LoadOlderOptions {
  windowId: number;
  views: readonly SourceView[];
  /** How many items are held: more of them make a new reach of the end. */
  held: number;
  /** The end of the list is near, or in sight. */
  isNearEnd: boolean;
}

/**
 * Asks for older items when the end of the list comes near: once each time it does, and again only
 * when the answer brought something. An answer that brings nothing is not asked for again and again.
 */
export function useLoadOlder({ windowId, views, held, isNearEnd }: LoadOlderOptions): void {
  const asked = useRef('');
  const open = withOlderItems(views);
  const isLoading = open.some((view) => view.source?.phase !== 'settled');
  const reach = open.map((view) => `${view.key}:${view.source?.coverage?.since}`).join(' ');
  const request = reach === '' ? '' : `${held} ${reach}`;
  useEffect(() => {
    if (!isNearEnd) asked.current = '';
    if (!isNearEnd || isLoading || request === '' || asked.current === request) return;
    asked.current = request;
    sendUntilAnswered(
      historyCommands,
      'panel.more',
      { windowId },
      () => asked.current === request,
    ).catch(sayUnanswered);
  }, [windowId, isNearEnd, isLoading, request]);
}

import { useEffect, useRef } from 'react';
import { historyCommands } from '../../../lib/messaging/history-commands';
import { type SourceView, withOlderItems } from '../coverage/source-views';
import { sayUnanswered } from '../send-from-panel';
import { sendUntilAnswered } from '../send-until-answered';

interface LoadOlderOptions {
  windowId: number;
  views: readonly SourceView[];
  /** How many items are stored: once there are more, being near the end counts as reaching it anew. */
  held: number;
  /** The end of the list is near, or in sight. */
  isNearEnd: boolean;
}

/**
 * Requests older items when the end of the list comes near: once each time it does, and again only when the
 * answer brought something. After an answer that brings nothing the request is not repeated.
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

import type { Person } from '../../../lib/identity/person';
import { lengthLimit } from '../../../lib/replies/channel-limit';
import { targetOf } from '../../../lib/replies/target-words';
import type { Frame } from '../../../lib/storage/panel-queries';
import type { Library } from '../../replies/use-library';
import { useNames } from '../names';
import { usePanelCommand } from '../use-panel-command';
import { usePanelView } from '../view-store';
import { DoubtBox } from './DoubtBox';
import { FillView } from './FillView';
import { FindView } from './FindView';
import { InsertionNotice } from './InsertionNotice';
import { useInsertion } from './use-insertion';
import { useLastMessage } from './use-last-message';
import { useReplyFlow } from './use-reply-flow';
import { useReplySearch } from './use-reply-search';
import { useReplyText } from './use-reply-text';
import { useReplyValues } from './use-reply-values';

interface ResponsesProps {
  frame: Frame;
  windowId: number;
  person: Person | undefined;
  library: Library;
}

/** The canned responses beside one conversation. */
export function Responses({ frame, windowId, person, library }: ResponsesProps) {
  const { platforms } = useNames();
  const chooseTab = usePanelView((view) => view.chooseTab);
  const send = usePanelCommand();
  const context = frame.screen?.context;
  const platformLabel = platforms.get(context?.platform ?? '')?.label ?? 'The helpdesk';
  const target = targetOf(context, platformLabel);
  const subject = frame.screen?.subject ?? '';
  const insertion = useInsertion(windowId, subject);
  const { valuesIn, whose, channel } = useReplyValues(frame, person);
  const language = person?.language;
  const textOf = useReplyText(valuesIn, language);
  const lastMessage = useLastMessage(frame.contacts[0]);
  const search = useReplySearch(library, {
    platform: context?.platform,
    language,
    mode: target.kind === 'open' ? target.mode : undefined,
    lastMessage,
  });
  const flow = useReplyFlow({ target, textOf, insertion });
  const limits = platforms.get(context?.platform ?? '')?.capabilities.replyLimits ?? [];
  const limit = lengthLimit(context, channel, limits);
  const shared = { flow, target, whose, limit };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <InsertionNotice insertion={insertion} platformLabel={platformLabel} />
      {flow.step.kind === 'find' && (
        <FindView
          {...shared}
          library={library}
          search={search}
          textOf={textOf}
          onLeave={() => chooseTab('history')}
          onRefresh={() => send('replies.refresh', { force: true })}
        />
      )}
      {flow.step.kind === 'fill' && (
        <FillView
          {...shared}
          step={flow.step}
          subject={subject}
          values={textOf(flow.step.reply).values}
        />
      )}
      <DoubtBox flow={flow} />
    </div>
  );
}

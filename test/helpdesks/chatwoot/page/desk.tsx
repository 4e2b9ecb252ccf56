import MessageCircle from 'lucide-react/icons/message-circle';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ContactPage, ContactsPage } from './contact-page';
import { ContactSidebar } from './contact-sidebar';
import { ConversationList } from './conversation-list';
import { ConversationPane } from './conversation-pane';
import { installHook } from './hook';
import { navigate, setPanes, usePath } from './navigation';
import { Rail } from './rail';
import { type Route, readRoute } from './routes';
import { storeSession, useServer } from './server';
import type { ConversationView, DeskView } from './view';

/** The dashboard at the current address. */
export function Desk() {
  const path = usePath();
  const route = useMemo(() => readRoute(path), [path]);
  return route.screen === 'login' ? <LoginPage /> : <SignedIn route={route} />;
}

function SignedIn({ route }: { route: Route }) {
  const { data: desk, reload } = useServer<DeskView>(String(route.account));
  useEffect(() => {
    if (desk === undefined) return;
    storeSession(desk.session);
    setPanes(desk.panes);
  }, [desk]);
  if (desk === undefined) return <div className="desk" />;
  return (
    <div className="desk">
      <Rail desk={desk} route={route} />
      {route.screen === 'settings' && <SettingsPage desk={desk} />}
      {route.screen === 'contacts' && <ContactsPage desk={desk} />}
      {route.screen === 'contact' && <ContactPage desk={desk} id={route.contact ?? 0} />}
      {route.screen === 'conversations' && (
        <>
          <ConversationList desk={desk} route={route} />
          <OpenConversation desk={desk} id={route.conversation} reloadDesk={reload} />
        </>
      )}
    </div>
  );
}

function OpenConversation(props: {
  desk: DeskView;
  id: number | undefined;
  reloadDesk(): Promise<void>;
}) {
  const { desk, id, reloadDesk } = props;
  const place = id === undefined ? undefined : `${desk.accountId}/conversations/${id}`;
  const { data: loaded, reload } = useServer<ConversationView>(place);
  // The last conversation stays until the next has loaded, so that the composer is reused, not created again.
  const [shown, setShown] = useState<ConversationView>();
  useEffect(() => {
    if (loaded !== undefined) setShown(loaded);
  }, [loaded]);
  const [sidebarOpen, setSidebarOpen] = useState(true);
  const model = useRef('');
  const changed = useCallback(async () => {
    await Promise.all([reload(), reloadDesk()]);
  }, [reload, reloadDesk]);
  useEffect(() => {
    installHook({
      composerModel: () => model.current,
      navigate,
      receive: async (text) => {
        await fetch(`/emulator/accounts/${place}/receive`, { method: 'POST', body: text });
        await changed();
      },
    });
  }, [place, changed]);
  const conversation = loaded ?? shown;
  if (id === undefined || conversation === undefined) return <NothingOpen />;
  return (
    <>
      <ConversationPane
        desk={desk}
        conversation={conversation}
        sidebarOpen={sidebarOpen}
        onToggleSidebar={() => setSidebarOpen((open) => !open)}
        onChanged={changed}
        onModel={(markdown) => {
          model.current = markdown;
        }}
      />
      {sidebarOpen && <ContactSidebar desk={desk} conversation={conversation} />}
    </>
  );
}

function NothingOpen() {
  return (
    <main className="nothing">
      <MessageCircle size={40} strokeWidth={1.25} />
      <p>Please select a conversation from left pane</p>
    </main>
  );
}

function SettingsPage({ desk }: { desk: DeskView }) {
  return (
    <main className="plain-page">
      <h1>Account settings</h1>
      <label>
        Account name <input defaultValue={desk.accountName} />
      </label>
      <label>
        Support e-mail <input defaultValue="support@acme-outdoor.example" />
      </label>
      <h2>Inboxes</h2>
      {desk.inboxes.map((inbox) => (
        <p key={inbox.id}>
          {inbox.name} <small>{inbox.channelType}</small>
        </p>
      ))}
    </main>
  );
}

function LoginPage() {
  return (
    <main className="login">
      <h1>Login to Chatwoot</h1>
      <label>
        Email <input type="email" name="email_address" />
      </label>
      <label>
        Password <input type="password" name="password" />
      </label>
      <button type="submit">Login</button>
    </main>
  );
}

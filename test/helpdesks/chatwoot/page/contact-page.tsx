import { useState } from 'react';
import { Avatar } from './avatar';
import { ContactLines, Notes } from './contact-sidebar';
import { formattingFor } from './formatting';
import { Link } from './link';
import { RichEditor } from './rich-editor';
import { useServer } from './server';
import type { ContactView, DeskView } from './view';
import { ago } from './words';

/** A contact's own page: a person on screen, and an editor that is not the composer. */
export function ContactPage({ desk, id }: { desk: DeskView; id: number }) {
  const { data: contact } = useServer<ContactView>(`${desk.accountId}/contacts/${id}`);
  const [note, setNote] = useState('');
  if (contact === undefined) return <main className="plain-page" />;
  return (
    <main className="plain-page">
      <p className="crumb">Contacts / {contact.name}</p>
      <div className="contact-head">
        <Avatar name={contact.name} size={56} />
        <div>
          <h1 dir="auto">{contact.name}</h1>
          <ContactLines contact={contact} />
        </div>
      </div>
      <h2>Notes</h2>
      <div className="editor-wrapper">
        <RichEditor
          stateKey={String(id)}
          initial=""
          placeholder="Add a note about the contact."
          editable
          hasWholeMenu={false}
          formatting={formattingFor('', true)}
          className="relative w-full"
          onChange={setNote}
          onKey={() => false}
        />
        <button type="button" disabled={note.trim() === ''}>
          Save note
        </button>
      </div>
      <Notes contact={contact} />
      <h2>Conversations</h2>
      {contact.previous.map((entry) => (
        <Link
          key={entry.id}
          to={`/app/accounts/${desk.accountId}/conversations/${entry.id}`}
          className="previous"
        >
          <span dir="auto">{entry.preview}</span>
          <time>{ago(entry.lastActivityAt)}</time>
        </Link>
      ))}
    </main>
  );
}

/** All contacts: no particular person is on screen. */
export function ContactsPage({ desk }: { desk: DeskView }) {
  return (
    <main className="plain-page">
      <h1>Contacts</h1>
      {desk.contacts.map((contact) => (
        <Link
          key={contact.id}
          to={`/app/accounts/${desk.accountId}/contacts/${contact.id}`}
          className="contact-row"
        >
          <Avatar name={contact.name} size={32} />
          <b dir="auto">{contact.name}</b>
          <span>{contact.detail}</span>
        </Link>
      ))}
    </main>
  );
}

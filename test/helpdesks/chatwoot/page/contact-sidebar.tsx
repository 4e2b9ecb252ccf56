import Building2 from 'lucide-react/icons/building-2';
import ExternalLink from 'lucide-react/icons/external-link';
import IdCard from 'lucide-react/icons/id-card';
import Mail from 'lucide-react/icons/mail';
import MapPin from 'lucide-react/icons/map-pin';
import Phone from 'lucide-react/icons/phone';
import { Avatar } from './avatar';
import { Labels } from './conversation-list';
import { Link } from './link';
import type { ContactView, ConversationView, DeskView } from './view';
import { ago } from './words';

/** Who is on screen, beside the conversation; the agent can close it. */
export function ContactSidebar(props: { desk: DeskView; conversation: ConversationView }) {
  const { desk, conversation } = props;
  const { contact } = conversation;
  const root = `/app/accounts/${desk.accountId}`;
  const others = contact.previous.filter((entry) => entry.id !== conversation.id);
  return (
    <aside className="contact-sidebar">
      <div className="contact--profile">
        <Avatar name={contact.name} size={48} />
        <h3 dir="auto">
          {contact.name}{' '}
          <a
            href={`${root}/contacts/${contact.id}`}
            target="_blank"
            rel="noopener noreferrer nofollow"
            title="View contact"
          >
            <ExternalLink size={13} />
          </a>
        </h3>
        <ContactLines contact={contact} />
      </div>
      <Block title="Conversation">
        <dl>
          <dt>Inbox</dt>
          <dd>{conversation.inboxName}</dd>
          <dt>Assignee</dt>
          <dd>{conversation.assignee ?? 'None'}</dd>
          <dt>Status</dt>
          <dd>{conversation.status}</dd>
        </dl>
        {conversation.labels.length > 0 && <Labels titles={conversation.labels} desk={desk} />}
      </Block>
      {contact.custom.length > 0 && (
        <Block title="Contact attributes">
          <dl>
            {contact.custom.map(({ name, value }) => [
              <dt key={`${name} name`}>{name}</dt>,
              <dd key={name}>{value}</dd>,
            ])}
          </dl>
        </Block>
      )}
      {contact.notes.length > 0 && (
        <Block title="Contact notes">
          <Notes contact={contact} />
        </Block>
      )}
      {others.length > 0 && (
        <Block title="Previous conversations">
          {others.slice(0, 6).map((entry) => (
            <Link key={entry.id} to={`${root}/conversations/${entry.id}`} className="previous">
              <span dir="auto">{entry.preview}</span>
              <time>{ago(entry.lastActivityAt)}</time>
            </Link>
          ))}
        </Block>
      )}
    </aside>
  );
}

/** Addresses of a contact as links, then what else is known. */
export function ContactLines({ contact }: { contact: ContactView }) {
  const icon = { size: 14, strokeWidth: 1.75 };
  return (
    <ul className="contact-lines">
      <li>
        <Mail {...icon} />
        {contact.email === null ? (
          <span className="unknown">Not available</span>
        ) : (
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        )}
      </li>
      <li>
        <Phone {...icon} />
        {contact.phone === null ? (
          <span className="unknown">Not available</span>
        ) : (
          <a href={`tel:${contact.phone}`}>{contact.phone}</a>
        )}
      </li>
      {contact.identifier !== null && (
        <li>
          <IdCard {...icon} />
          <span>{contact.identifier}</span>
        </li>
      )}
      {contact.company !== '' && (
        <li>
          <Building2 {...icon} />
          <span>{contact.company}</span>
        </li>
      )}
      {contact.place !== '' && (
        <li>
          <MapPin {...icon} />
          <span>{contact.place}</span>
        </li>
      )}
    </ul>
  );
}

/** Notes of a contact, newest first. */
export function Notes({ contact }: { contact: ContactView }) {
  return contact.notes.map((note) => (
    <article key={note.id} className="contact-note">
      <header>
        <b>{note.author}</b> <time>{ago(note.at)}</time>
      </header>
      <p dir="auto">{note.text}</p>
    </article>
  ));
}

function Block({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="block">
      <h4>{title}</h4>
      {children}
    </section>
  );
}

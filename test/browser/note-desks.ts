import { keys } from '../helpdesks/kustomer/keys';
import type { Helpdesks } from '../helpdesks/start';

/** A note on a platform, or a whole text field, as people who work in that platform see it. */
export interface SeenNote {
  id: string;
  text: string;
}

/** What people who work in a platform do there with the notes about one person. */
export interface NoteDesk {
  name: string;
  see(): Promise<SeenNote[]>;
  edit(note: SeenNote, text: string): Promise<void>;
  /** Removes a copy of a one-line note, and nothing else. */
  remove(note: SeenNote, copy: ReadCopy): Promise<void>;
}

/** The four platforms' own notes about a person of the world. */
export function noteDesks(helpdesks: Helpdesks, person: string): NoteDesk[] {
  const { chaport, chatra } = helpdesks;
  return [
    chatwootDesk(helpdesks, person),
    kustomerDesk(helpdesks, person),
    fieldDesk('chaport', () => chaport.data.ofPerson(person)),
    fieldDesk('chatra', () => chatra.data.ofPerson(person).basic),
  ];
}

function chatwootDesk({ chatwoot }: Helpdesks, person: string): NoteDesk {
  const account = () => {
    const [first] = chatwoot.installation('app.chatwoot.com').accounts;
    if (first === undefined) throw new Error('no account');
    return first;
  };
  return {
    name: 'chatwoot',
    see: async () => {
      const own = account().contacts.filter(({ personKey }) => personKey === person);
      const ids = new Set(own.map(({ id }) => id));
      const notes = account().notes.filter(({ contactId }) => ids.has(contactId));
      return notes.map(({ id, content }) => ({ id: String(id), text: content }));
    },
    edit: async ({ id }, text) => {
      const note = account().notes.find((each) => String(each.id) === id);
      if (note !== undefined) note.content = text;
    },
    remove: async ({ id }) => {
      account().notes = account().notes.filter((note) => String(note.id) !== id);
    },
  };
}

function kustomerDesk({ kustomer }: Helpdesks, person: string): NoteDesk {
  const call = async (method: string, path: string, body?: object) => {
    const answer = await kustomer.handle(
      new Request(`https://acme.api.kustomerapp.com/v1/${path}`, {
        method,
        headers: { authorization: `Bearer ${keys.full}`, 'content-type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
      }),
    );
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
    return answer;
  };
  return {
    name: 'kustomer',
    see: async () => {
      const path = `customers/${kustomer.customerId(person)}/notes?pageSize=100`;
      const list = (await (await call('GET', path)).json()) as {
        data: { id: string; attributes: { body: string } }[];
      };
      return list.data.map(({ id, attributes }) => ({ id, text: attributes.body }));
    },
    edit: async ({ id }, text) => {
      await call('PATCH', `notes/${id}`, { body: text });
    },
    remove: async ({ id }) => {
      await call('DELETE', `notes/${id}`);
    },
  };
}

function fieldDesk(name: string, holder: () => { notes?: string }): NoteDesk {
  return {
    name,
    see: async () => [{ id: 'field', text: holder().notes ?? '' }],
    edit: async (_note, text) => {
      holder().notes = text;
    },
    remove: async ({ text }, { id }) => {
      const rows = text.split('\n');
      const at = rows.findIndex((row) => line.exec(row)?.[1] === id);
      rows.splice(at - 1, 2);
      holder().notes = rows.join('\n');
    },
  };
}

/** A copy of one of the product's notes as a person reads it on a platform. */
export interface ReadCopy {
  id: string;
  revision: number;
  text: string;
}

const line = /^— .* · Deskside note ([a-z0-9-]+)\.(\d+) \([0-9a-f]{8}\)$/;

/** The copies in a note or a text field, read without the product's own code. */
export function copiesIn(text: string): ReadCopy[] {
  const copies: ReadCopy[] = [];
  let rows: string[] = [];
  for (const row of text.split('\n')) {
    const [, id, revision] = line.exec(row) ?? [];
    if (id !== undefined) {
      copies.push({ id, revision: Number(revision), text: rows.join('\n').trim() });
    }
    if (id !== undefined || row.startsWith('--- Notes by Deskside')) rows = [];
    else rows.push(row);
  }
  return copies;
}

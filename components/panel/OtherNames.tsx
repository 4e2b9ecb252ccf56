import type { Person } from '../../lib/identity/person';
import { isSameName } from '../../lib/identity/person-name';
import { Hint } from '../ui/Hint';
import { useNames } from './names';

/** Says that platforms know the person under another name, and on hover or focus which. */
export function OtherNames({ person }: { person: Person }) {
  const { platforms } = useNames();
  const others = person.names.filter(
    (entry) => person.name !== undefined && !isSameName(entry.name, person.name),
  );
  const first = others.find((entry) => !entry.isPlaceholder);
  if (first === undefined) return null;
  return (
    <Hint
      text={
        <ul className="flex flex-col gap-0.5">
          {person.names.map((entry) => (
            <li key={`${entry.connectionId}/${entry.contactId}`}>
              <bdi className="font-medium">{entry.name}</bdi>{' '}
              <span className="text-ink-faint">
                in {platforms.get(entry.platform)?.label ?? entry.platform}
              </span>
            </li>
          ))}
        </ul>
      }
    >
      <button
        type="button"
        className="min-w-10 max-w-[45%] shrink-[50] cursor-default truncate rounded-sm text-12 text-ink-faint underline decoration-line-strong decoration-dotted underline-offset-2"
      >
        also <bdi>{first.name}</bdi>
      </button>
    </Hint>
  );
}

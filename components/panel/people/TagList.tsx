import { mergeTags } from '../../../lib/identity/person-details';
import type { TagsAnswer } from '../../../lib/messaging/answers';
import { clauseOf } from '../../../lib/timeline/coverage-clauses';
import { useNames } from '../names';

interface TagListProps {
  answer: TagsAnswer;
  /** Epoch ms. */
  now: number;
}

/** The person's tags, each once, and what could not be read and why. */
export function TagList({ answer, now }: TagListProps) {
  const { platforms } = useNames();
  const labelOf = (name: string) => platforms.get(name)?.label ?? name;
  const tags = mergeTags(answer);
  const gaps = answer.filter(({ problem }) => problem !== undefined);
  if (tags.length === 0 && gaps.length === 0) return null;
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold text-11 text-ink-faint">Tags</h3>
      <ul className="flex flex-wrap gap-1 empty:hidden">
        {tags.map((tag) => (
          <li
            key={tag.value}
            title={tag.platforms.map(labelOf).join(', ')}
            className="max-w-full truncate rounded-sm bg-hover px-1.5 py-px text-ink-soft"
          >
            <bdi>{tag.value}</bdi>
          </li>
        ))}
      </ul>
      {gaps.map(({ platform, problem }) => {
        const clause = problem && clauseOf(problem, { platformLabel: labelOf(platform), now });
        return (
          <p key={platform} className="text-ink-soft">
            Tags in {labelOf(platform)} could not be read
            {clause === undefined ? '' : `: ${clause.what}`}.
          </p>
        );
      })}
    </section>
  );
}

export interface ChangelogSection {
  version: string;
  /** ISO day; absent where the heading has none. */
  date: string | undefined;
  /** Markdown, without the heading. */
  text: string;
}

/** The sections of a changelog, in the order in which they stand. Their headings are `## 1.2.3 – 2026-11-29`. */
export function changelogSections(changelog: string): ChangelogSection[] {
  return changelog
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      const [version = '', date] = heading.trim().split(/\s+[–-]\s+/);
      return { version, date, text: lines.join('\n').trim() };
    });
}

/** A tag between quotation marks, those within it doubled, or one without: whatever is between separators. */
const oneTag = /(?<=^|[,;])\s*"((?:[^"]|"")*)"\s*(?=[,;]|$)|[^,;]+/g;

/** Tags as one cell of our own table: what would not come back as one tag is put between quotation marks. */
export function tagsAsCell(tags: readonly string[]): string {
  return tags
    .map((tag) => (/[,;]|^\s*"/.test(tag) ? `"${tag.replaceAll('"', '""')}"` : tag))
    .join('; ');
}

/** The tags in a cell that `tagsAsCell` wrote, or that a person has changed since. */
export function tagsInCell(cell: string): string[] {
  return [...cell.matchAll(oneTag)].map(
    ([whole, quoted]) => quoted?.replaceAll('""', '"') ?? whole,
  );
}

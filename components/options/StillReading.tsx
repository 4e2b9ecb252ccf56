/**
 * Stands for a section whose data is being read. As long as one does, the sections are not shown: they would
 * move each other down the page.
 */
export function StillReading() {
  return <span hidden data-still-reading />;
}

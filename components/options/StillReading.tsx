/**
 * Takes the place of a section whose data is still being read. While there is one, no section is shown:
 * they would push each other down the page.
 */
export function StillReading() {
  return <span hidden data-still-reading />;
}

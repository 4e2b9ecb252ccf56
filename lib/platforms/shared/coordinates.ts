import type { Attachment } from '../../model/history';

/**
 * A place by its latitude and longitude in degrees. `undefined` for what is no place on Earth, and
 * for 0/0, which is how platforms store that they know none.
 */
export function coordinatesOf(latitude: unknown, longitude: unknown): Attachment['coordinates'] {
  const place = { latitude: degreesOf(latitude), longitude: degreesOf(longitude) };
  const isOnEarth = Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180;
  const isNowhere = place.latitude === 0 && place.longitude === 0;
  return isOnEarth && !isNowhere ? place : undefined;
}

function degreesOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}

/** Where a map shows the place, with a mark on it. Nothing is loaded before somebody opens it. */
export function mapLink(place: Attachment['coordinates']): string | undefined {
  if (place === undefined) return undefined;
  const [latitude, longitude] = [place.latitude, place.longitude].map((degrees) =>
    Number(degrees.toFixed(6)),
  );
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
}

/** A place on Earth in degrees, as maps take it: "45.764, 4.8357". */
export function formatCoordinates(place: { latitude: number; longitude: number }): string {
  return [place.latitude, place.longitude].map((degrees) => Number(degrees.toFixed(6))).join(', ');
}

import { colourWords } from '../words';
import type { Colour } from '../types';

// A form for each colour, so that it can be told without seeing colours.
const shapes: Record<Colour, string> = {
  RED: 'M12 2 22 7.5v9L12 22 2 16.5v-9Z',
  ORANGE: 'M12 2 23 21H1Z',
  YELLOW: 'M12 1 23 12 12 23 1 12Z',
  GREEN: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z',
  BLUE: 'M3 3h18v18H3Z',
};

/** The ER's colour as form, colour and word. */
export function ColourMark({ colour }: { colour: Colour | null }) {
  if (colour === null) return <span class="colour none">Ingen färg</span>;
  return (
    <span class={`colour ${colour.toLowerCase()}`}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d={shapes[colour]} /></svg>
      {colourWords[colour]}
    </span>
  );
}
